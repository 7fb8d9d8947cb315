import { render } from 'preact';
import '../../components/popup.css';
import { Popup } from './Popup.tsx';

const app = document.querySelector('#app');
if (app !== null) render(<Popup />, app);
