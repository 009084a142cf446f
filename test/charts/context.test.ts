import { describe, expect, test } from 'vitest';
import { RecordingContext } from '../../src/charts/context.ts';
import { renderDrawn } from '../../src/charts/markup.ts';

/** What is drawn, as SVG, in a font whose every character is half as wide as it is high. */
function draw(steps: (ctx: RecordingContext) => void): string {
  const ctx = new RecordingContext({ width: 100, height: 100 }, (text, size) => text.length * size * 0.5);
  ctx.fillStyle = '#123';
  ctx.strokeStyle = '#456';
  steps(ctx);
  return renderDrawn(ctx.drawn, ctx.clips, 10, 'id');
}

describe('paths', () => {
  test('are rounded to tenths and written as short as they can be', () => {
    const svg = draw((ctx) => {
      ctx.moveTo(10, 10);
      ctx.lineTo(20.04, 10);
      ctx.lineTo(20, 0.26);
      ctx.lineTo(21, 1.3);
      ctx.closePath();
      ctx.stroke();
    });
    expect(svg).toBe('<path stroke="#456" d="M10 10H20V.3l1 1z"/>');
  });

  test('rounding errors do not add up', () => {
    const svg = draw((ctx) => {
      ctx.moveTo(0, 0);
      for (let step = 1; step <= 100; step++) ctx.lineTo(step * 1.04, step % 2);
      ctx.lineTo(104, 50);
      ctx.stroke();
    });
    expect(svg).toMatch(/V50"\/>$/);
  });

  test('of one look become one element', () => {
    const svg = draw((ctx) => {
      for (const y of [1, 2]) {
        ctx.beginPath();
        ctx.moveTo(0, y);
        ctx.lineTo(9, y);
        ctx.stroke();
      }
    });
    expect(svg).toBe('<path stroke="#456" d="M0 1H9M0 2H9"/>');
  });

  test('filled and stroked are one element', () => {
    const svg = draw((ctx) => {
      ctx.arc(10, 10, 4, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
    });
    expect(svg).toBe('<path fill="#123" stroke="#456" d="M14 10a4 4 0 0 1-8 0 4 4 0 0 1 8 0"/>');
  });

  test('keep dashes, widths, joins and opacity', () => {
    const svg = draw((ctx) => {
      ctx.setLineDash([6, 3.5]);
      ctx.lineWidth = 2.25;
      ctx.lineJoin = 'round';
      ctx.globalAlpha = 0.5;
      ctx.strokeRect(0, 0, 5, 5);
    });
    expect(svg).toContain('stroke-width="2.3" stroke-dasharray="6 3.5"');
    expect(svg).toContain('stroke-linejoin="round" opacity="0.5"');
  });

  test('follow translation, scale and rotation, and what was saved comes back', () => {
    const svg = draw((ctx) => {
      ctx.save();
      ctx.translate(10, 20);
      ctx.scale(2, 2);
      ctx.rotate(Math.PI / 2);
      ctx.fillRect(0, 0, 3, 1);
      ctx.restore();
      ctx.fillRect(0, 0, 3, 1);
    });
    expect(svg).toBe('<path fill="#123" d="M10 20v6H8V20zM0 0H3V1H0z"/>');
  });

  test('that are not painted leave nothing', () => {
    expect(draw((ctx) => {
      ctx.strokeStyle = 'transparent';
      ctx.strokeRect(0, 0, 5, 5);
      ctx.beginPath();
      ctx.fill();
    })).toBe('');
  });
});

describe('texts', () => {
  test('stay texts; their alignment becomes an anchor and a baseline', () => {
    const svg = draw((ctx) => {
      ctx.font = 'bold 20px inherit';
      ctx.textAlign = 'right';
      ctx.textBaseline = 'middle';
      ctx.fillText('年度 <b>', 50, 40);
    });
    expect(svg).toBe('<text fill="#123" font-size="20" font-weight="700" text-anchor="end"'
      + ' x="50" y="47.2">年度 &lt;b&gt;</text>');
  });

  test('turn with the page', () => {
    const svg = draw((ctx) => {
      ctx.translate(30, 40);
      ctx.rotate(-Math.PI / 2);
      ctx.fillText('up', 0, 0);
    });
    expect(svg).toBe('<text fill="#123" x="30" y="40" transform="rotate(-90 30 40)">up</text>');
  });

  test('with a halo are written once', () => {
    const svg = draw((ctx) => {
      ctx.lineWidth = 4;
      ctx.strokeText('72.7%', 1, 2);
      ctx.fillText('72.7%', 1, 2);
    });
    expect(svg).toBe('<text fill="#123" stroke="#456" stroke-width="4" paint-order="stroke"'
      + ' x="1" y="2">72.7%</text>');
  });

  test('are measured in the font that is set', () => {
    draw((ctx) => {
      ctx.font = '12px inherit';
      expect(ctx.measureText('abcd').width).toBe(24);
    });
  });
});

test('clips are written once and nest', () => {
  const svg = draw((ctx) => {
    for (let times = 0; times < 2; times++) {
      ctx.save();
      ctx.beginPath();
      ctx.rect(0, 0, 9, 9);
      ctx.clip();
      ctx.beginPath();
      ctx.rect(3, 3, 9, 9);
      ctx.clip();
      ctx.fillRect(0, 0, 5, 5);
      ctx.restore();
    }
  });
  expect(svg).toBe('<defs><clipPath id="id-clip0"><path d="M0 0H9V9H0z"/></clipPath>'
    + '<clipPath id="id-clip1" clip-path="url(#id-clip0)"><path d="M3 3h9v9H3z"/></clipPath></defs>'
    + '<path fill="#123" clip-path="url(#id-clip1)" d="M0 0H5V5H0zM0 0H5V5H0z"/>');
});

test('what cannot be written down is refused, not lost', () => {
  const steps = (ctx: RecordingContext): void =>
    (ctx as unknown as CanvasRenderingContext2D).createLinearGradient(0, 0, 1, 1) as unknown as void;
  expect(() => draw(steps)).toThrow('createLinearGradient cannot be recorded as SVG');
  expect(() => draw((ctx) => (ctx.scale(2, 1), ctx.arc(0, 0, 1, 0, 1)))).toThrow('stretched');
});
