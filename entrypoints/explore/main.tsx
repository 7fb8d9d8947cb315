import '../../components/explore/explore.css';
import { showPage } from '../options/show-page.ts';
import { Explore } from './Explore.tsx';

showPage(<Explore />);
