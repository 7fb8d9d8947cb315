import { render } from 'preact';
import '../../components/options/options.css';
import { followTheme } from './follow-theme.ts';
import { Options } from './Options.tsx';

followTheme();
const app = document.querySelector('#app');
if (app !== null) render(<Options />, app);
