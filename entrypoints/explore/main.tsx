import { render } from 'preact';
import '../../components/explore/explore.css';
import { followTheme } from '../options/follow-theme.ts';
import { Explore } from './Explore.tsx';

followTheme();
const app = document.querySelector('#app');
if (app !== null) render(<Explore />, app);
