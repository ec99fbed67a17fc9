// Entry of the preview's webview: connects to the host and draws.
// Deliberately no more than that.
import { render } from 'preact';
import { App } from './app.tsx';
import { connect } from './host.ts';
import './styles/page.css';
import './styles/tables.css';
import './styles/collections.css';
import './styles/patterns.css';

const root = document.getElementById('root');
if (root) render(<App host={connect()} />, root);
