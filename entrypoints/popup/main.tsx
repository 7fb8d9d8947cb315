import '../../components/popup.css';
import { showPage } from '../options/show-page.ts';
import { Popup } from './Popup.tsx';

showPage(<Popup />);
