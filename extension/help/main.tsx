import { render } from 'preact';
import '../../core/panel/panel.css';
import './help.css';
import { Help } from './Help.tsx';

/* The page behind “Options”: what Duly reads and keeps, its keys, a look at the open pages, and what was pointed at. */

const root = document.getElementById('help');
if (!root) throw new Error('the page has no place for the help');
render(<Help />, root);
