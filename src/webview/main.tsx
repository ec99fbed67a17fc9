// Entry of the preview's page: connects to what is around it and draws.
// Deliberately no more than that.
import { render } from 'preact';
import { App } from './app.tsx';
import { connectToFile, embeddedPreview } from './embedded.ts';
import { connectToVsCode } from './host.ts';
import './styles/page.css';
import './styles/parts.css';
import './styles/table.css';
import './styles/patterns.css';
import './styles/charts.css';
import './styles/cost.css';
import './styles/heat.css';
import './styles/relations.css';

const root = document.getElementById('root');
const embedded = embeddedPreview();
if (root) render(<App host={embedded ? connectToFile(embedded) : connectToVsCode()} />, root);
