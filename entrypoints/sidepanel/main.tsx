import { render } from 'preact';
import '../../components/explore/explore.css';
import '../../components/explore/side.css';
import { followTheme } from '../options/follow-theme.ts';
import { SidePanel } from './SidePanel.tsx';

followTheme();
const app = document.querySelector('#app');
if (app !== null) render(<SidePanel />, app);
