import '../../components/options/options.css';
import { Options } from './Options.tsx';
import { showPage } from './show-page.ts';

showPage(<Options />);
