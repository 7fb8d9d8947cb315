/** Plain line plots as SVG, on logarithmic axes. */

export interface Series {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
}

const WIDTH = 640;
const HEIGHT = 360;
const EDGE = { left: 64, right: 150, top: 40, bottom: 48 };
const COLOURS = ['#b4690e', '#2f6f6d', '#7a4b8c', '#8a8a8a'];

/** @returns the source of an SVG file. */
export function drawPlot({ title, xLabel, yLabel, series }: Plot): string {
  const all = series.flatMap(({ points }) => points).filter(([x, y]) => x > 0 && y > 0);
  const scale = (values: readonly number[], from: number, to: number) => {
    const low = Math.floor(Math.log10(Math.min(...values)));
    const high = Math.ceil(Math.log10(Math.max(...values)));
    const at = (value: number) =>
      from + ((Math.log10(value) - low) / Math.max(1, high - low)) * (to - from);
    const ticks = Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step));
    return { at, ticks };
  };
  const x = scale(
    all.map(([value]) => value),
    EDGE.left,
    WIDTH - EDGE.right,
  );
  const y = scale(
    all.map(([, value]) => value),
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${EDGE.left}" y="22" font-size="14">${title}</text>`,
  ];
  for (const tick of x.ticks) {
    const at = x.at(tick).toFixed(1);
    parts.push(
      `<path d="M${at} ${EDGE.top}V${HEIGHT - EDGE.bottom}" stroke="#e4e0d8"/>`,
      `<text x="${at}" y="${HEIGHT - EDGE.bottom + 16}" text-anchor="middle">${short(tick)}</text>`,
    );
  }
  for (const tick of y.ticks) {
    const at = y.at(tick).toFixed(1);
    parts.push(
      `<path d="M${EDGE.left} ${at}H${WIDTH - EDGE.right}" stroke="#e4e0d8"/>`,
      `<text x="${EDGE.left - 6}" y="${at}" text-anchor="end" dominant-baseline="middle">${short(tick)}</text>`,
    );
  }
  series.forEach(({ label, points }, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const drawn = points
      .filter(([px, py]) => px > 0 && py > 0)
      .map(([px, py]) => [x.at(px).toFixed(1), y.at(py).toFixed(1)] as const);
    parts.push(
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${drawn.map((each) => each.join(',')).join(' ')}"/>`,
      ...drawn.map(([px, py]) => `<circle cx="${px}" cy="${py}" r="3" fill="${colour}"/>`),
      `<text x="${WIDTH - EDGE.right + 12}" y="${EDGE.top + 14 + index * 18}" fill="${colour}">${label}</text>`,
    );
  });
  parts.push(
    `<text x="${(EDGE.left + WIDTH - EDGE.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${xLabel}</text>`,
    `<text transform="translate(16 ${HEIGHT / 2}) rotate(-90)" text-anchor="middle">${yLabel}</text>`,
    '</svg>',
  );
  return `${parts.join('\n')}\n`;
}

function short(value: number): string {
  if (value >= 1e6) return `${value / 1e6} M`;
  if (value >= 1e3) return `${value / 1e3} k`;
  return String(Number(value.toPrecision(3)));
}
