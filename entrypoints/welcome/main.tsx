import '../../components/card.css';
import '../../components/options/options.css';
import { showPage } from '../options/show-page.ts';
import { Welcome } from './Welcome.tsx';

showPage(<Welcome />);
