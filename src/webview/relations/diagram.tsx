// The entity diagram, at the places that the core found: boxes of attributes, lines with crow's feet.
// Deliberately SVG elements, so that boxes take part in the page: colours, focus, clicks.
import type { RelationEdge, RelationNode, RelationsView } from '../../core/preview/view/relations.ts';
import { usePage } from '../context.ts';
import { Sideways } from '../parts/sideways.tsx';

interface Props {
  readonly relations: RelationsView;
  readonly isFitted: boolean;
}

/** As relations-layout.ts reckons with. */
const head = 46;
const rowHeight = 20;

export function Diagram({ relations: { width, height, nodes, edges }, isFitted }: Props) {
  return (
    <Sideways label="Entities and their references" class={`diagram ${isFitted ? 'fitted' : ''}`}>
      <svg viewBox={`0 0 ${width} ${height}`} {...(isFitted ? {} : { width, height })}>
        <title>Entities and their references</title>
        {edges.map((edge) => (
          <Edge key={`${edge.from} ${edge.to}`} edge={edge} />
        ))}
        {nodes.map((node) => (
          <Node key={node.entity} node={node} />
        ))}
      </svg>
    </Sideways>
  );
}

/** As many letters as there is room for. */
const fitting = (text: string, letters: number): string => {
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
};

function Node({ node }: { readonly node: RelationNode }) {
  const { overview, choices, choose, reveal } = usePage();
  const entity = overview.entities[node.entity];
  if (!entity) return null;
  const { x, y, width, height, items, rows, more } = node;
  const isChosen = entity.name === choices.entity;
  const activate = (): void => {
    choose({ entity: isChosen ? undefined : entity.name });
    reveal?.(entity.span);
  };
  const letters = Math.floor((width - 34) / 7.2);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its head is the button
    <g
      class={`node color-${entity.color} ${isChosen ? 'chosen' : ''}`}
      transform={`translate(${x} ${y})`}
      onClick={activate}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own */}
      <g
        role="button"
        tabindex={0}
        aria-pressed={isChosen}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          activate();
        }}
      >
        <rect class="box" width={width} height={height} rx={4} />
        <rect class="strip" width={width} height={5} rx={2} />
        <text class="title" x={12} y={23}>
          {fitting(entity.name, letters - 3)}{' '}
        </text>
        <text class="quiet-text" x={12} y={38}>
          {items}
        </text>
      </g>
      <text class="mark-text" x={width - 12} y={23} text-anchor="end">
        {entity.mark}
      </text>
      {rows.map(({ name, type, isIdentity, isReference }, i) => (
        <g key={name} transform={`translate(0 ${head + i * rowHeight})`}>
          <title>{`${name} ${type}`}</title>
          <text class={`row ${isIdentity ? 'identity' : ''}`} x={12} y={14}>
            {fitting(name, Math.max(letters - type.length - 1, Math.floor(letters * 0.6)))}
          </text>
          <text
            class={`quiet-text ${isReference ? 'reference' : ''}`}
            x={width - 12}
            y={14}
            text-anchor="end"
          >
            {fitting(type, Math.max(letters - name.length - 1, Math.floor(letters * 0.36)))}
          </text>
        </g>
      ))}
      {more > 0 && (
        <text class="quiet-text" x={12} y={head + rows.length * rowHeight + 14}>
          {more} more
        </text>
      )}
    </g>
  );
}

function Edge({ edge: { from, to, points, count, attributes } }: { readonly edge: RelationEdge }) {
  const { overview, choices } = usePage();
  const [start, ...rest] = points;
  const end = points.at(-1);
  if (!start || !end) return null;
  const names = [overview.entities[from]?.name, overview.entities[to]?.name];
  const isLit = choices.entity !== undefined && names.includes(choices.entity);
  const color = overview.entities[to]?.color ?? 0;
  // The foot opens towards the box of which there are many.
  const out = rest[0] && rest[0][0] < start[0] ? -1 : 1;
  const [x, y] = start;
  return (
    <g class={`edge color-${color} ${isLit ? 'lit' : ''}`}>
      <title>{`${names[0]} references ${names[1]} by ${attributes.join(', ')}`}</title>
      <path d={`M${start.join(' ')} C${rest.map((point) => point.join(' ')).join(', ')}`} />
      <path d={`M${x} ${y - 6} L${x + out * 11} ${y} L${x} ${y + 6}`} />
      <path d={`M${end[0] + 7} ${end[1] - 6} V${end[1] + 6}`} />
      {count !== '' && (
        <text x={x + out * 14} y={y - 5} text-anchor={out < 0 ? 'end' : 'start'}>
          {count}
        </text>
      )}
    </g>
  );
}
