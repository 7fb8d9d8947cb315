import '../../components/explore/explore.css';
import '../../components/explore/side.css';
import { showPage } from '../options/show-page.ts';
import { SidePanel } from './SidePanel.tsx';

showPage(<SidePanel />);
