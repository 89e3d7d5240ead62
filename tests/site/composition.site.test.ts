import { describe, expect, test } from 'vitest';
import { builtSites } from './built-sites.ts';
import { visitSite } from './visit-site.ts';

const sample = builtSites.find(({ name }) => name === 'sample content');

describe.runIf(sample)('the pages of the sample retailer', () => {
  const visit = visitSite(sample?.folder ?? '');

  test('on a phone no table of the method, of go to market or of a learning scrolls sideways', async () => {
    await visit.page.setViewportSize({ width: 360, height: 800 });
    const learnings = ['free-gift-wrapping-above-100-2025-11', 'letter-to-our-regulars-2026-02'];
    const pages = ['method', 'go-to-market', ...learnings.map((id) => `insights/${id}`)];
    for (const path of pages.map((page) => `/${page}/`)) {
      await visit.page.goto(`${visit.site.url}${path}`);
      const wide = await visit.page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        return [...document.querySelectorAll('.table-box')].flatMap((box) =>
          box.scrollWidth > box.clientWidth ? [box.getAttribute('aria-label')] : [],
        );
      });
      expect(wide, path).toEqual([]);
    }
  });

  test('go to market shows all Portraits at a glance; one that is opened takes the width', async () => {
    await visit.page.goto(`${visit.site.url}/go-to-market/`);
    const entries = visit.page.locator('.market');
    const boxes = await entries.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
    );
    expect(boxes.length).toBeGreaterThan(4);
    for (const { height, width } of boxes) {
      expect(height).toBeLessThan(400);
      expect(width).toBeLessThan(640);
    }
    await entries.first().locator('summary').click();
    expect((await entries.first().boundingBox())?.width).toBeGreaterThan(1000);
    expect(await entries.first().locator('.market__answers').isVisible()).toBe(true);
  });

  test('on paper go to market takes a sheet for two Portraits, and notes say together what is alike', async () => {
    await visit.page.goto(`${visit.site.url}/go-to-market/`);
    const portraits = await visit.page.locator('.market').count();
    const margin = Object.fromEntries(
      ['top', 'right', 'bottom', 'left'].map((side) => [side, '10mm']),
    );
    const pdf = await visit.page.pdf({ format: 'A4', margin });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    // Two for the ways in and the calendar, two for the notes.
    expect(sheets).toBeGreaterThan(1);
    expect(sheets).toBeLessThanOrEqual(4 + Math.ceil(portraits / 2));
    await visit.page.emulateMedia({ media: 'print' });
    await visit.page.setViewportSize({ width: 718, height: 1047 });
    const heights = await visit.page
      .locator('.market')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan(1047 / 2);
  });

  test('the lines on the KPI cards of home have their intervals behind them, and say so', async () => {
    await visit.page.goto(`${visit.site.url}/`);
    const cards = await visit.page.locator('.kpi:not([hidden]) .trend').evaluateAll((trends) =>
      trends.map((trend) => {
        const band = trend.querySelector('.sparkline__band');
        const line = trend.querySelector('.sparkline__settled');
        const box = (of: Element | null) => of?.getBoundingClientRect() ?? new DOMRect();
        return {
          isSaid: trend.textContent.includes('band: 95% interval'),
          isDrawn:
            band !== null && getComputedStyle(band).fill === getComputedStyle(line ?? band).stroke,
          isBehind: band !== null && band.parentElement?.firstElementChild === band,
          // A third of the picture is the line's, however wide its band.
          ofHeight: box(line).height / box(trend.querySelector('svg')).height,
          around: box(band).top <= box(line).top && box(band).bottom >= box(line).bottom,
        };
      }),
    );
    const banded = cards.filter(({ isSaid }) => isSaid);
    expect(banded.length).toBeGreaterThan(3);
    for (const card of banded) {
      expect(card).toMatchObject({ isDrawn: true, isBehind: true, around: true });
      expect(card.ofHeight).toBeGreaterThan(0.2);
    }
    expect(cards.some(({ isSaid, isDrawn }) => isDrawn && !isSaid)).toBe(false);
  });

  test('topics of a Portrait without a picture share a row', async () => {
    await visit.page.goto(`${visit.site.url}/personas/seasonal-kids-loyalist/`);
    const tops = await visit.page
      .locator('.topics-brief')
      .last()
      .locator('> .section')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThan(1);
    expect(new Set(tops).size).toBe(1);
  });

  test('no KPI of home stands alone in its row, for whomever it is ordered', async () => {
    await visit.page.setViewportSize({ width: 1280, height: 900 });
    await visit.page.goto(`${visit.site.url}/`);
    for (const role of ['', 'service']) {
      await visit.page.getByLabel('My role').selectOption(role);
      const [whole, ...cards] = await visit.page.locator('.kpis, .kpi').evaluateAll((all) =>
        all.flatMap((one) => {
          const { left, right, top } = one.getBoundingClientRect();
          return right > left ? [{ left, right, top }] : [];
        }),
      );
      const last = cards.filter(({ top }) => top === cards.at(-1)?.top);
      expect(cards.length).toBeGreaterThan(5);
      expect(last.at(-1)?.right).toBeCloseTo(whole?.right ?? 0, 0);
    }
  });

  test("a Portrait's charts wear the colour of its face", async () => {
    await visit.page.goto(`${visit.site.url}/personas/monthly-jeans-loyalist/`);
    const [own, ofHouse] = await visit.page.evaluate(() => {
      const probe = document.createElement('i');
      const colour = (name: string): string => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
      };
      document.querySelector('.chart-figure__wide')?.append(probe);
      return [colour('--series1'), colour('--accent')];
    });
    expect(own).not.toBe(ofHouse);
    const bar = visit.page.locator('.chart-figure__wide svg [fill="var(--series1)"]').first();
    expect(await bar.evaluate((one) => getComputedStyle(one).fill)).toBe(own);
  });

  test('on a wide desk letters of all charts are about as large as each other', async () => {
    await visit.page.setViewportSize({ width: 1920, height: 1080 });
    for (const path of ['/', '/kpis/', '/personas/twice-yearly-tailoring-big-basket/']) {
      await visit.page.goto(`${visit.site.url}${path}`);
      // Drawn 640 wide: as large as the picture is shown, so large are its letters.
      const widths = await visit.page
        .locator('.chart-figure__wide svg:visible')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
      expect(widths.length, path).toBeGreaterThan(0);
      expect(Math.min(...widths), path).toBeGreaterThan(640 * 1.1);
      expect(Math.max(...widths), path).toBeLessThan(640 * 1.4);
    }
  });

  test('of two Portraits beside each other the shares stand in the line of what they are of', async () => {
    await visit.page.setViewportSize({ width: 1280, height: 800 });
    await visit.page.goto(
      `${visit.site.url}/personas/compare/seasonal-kids-loyalist/twice-yearly-tailoring-big-basket/`,
    );
    const lines = await visit.page.locator('.mirror tbody tr:visible').evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td span, th')].map((cell) => {
          const text = document.createRange();
          text.selectNodeContents(cell);
          return text.getBoundingClientRect().top;
        }),
      ),
    );
    expect(lines.length).toBeGreaterThan(10);
    for (const tops of lines) expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(2);
  });

  test('who chooses two Portraits sees faces of the width of the page, and names of whole words', async () => {
    for (const width of [768, 1280, 1920]) {
      await visit.page.setViewportSize({ width, height: 900 });
      await visit.page.goto(`${visit.site.url}/personas/compare/`);
      const faces = await visit.page
        .locator('.beside-list .face')
        .evaluateAll((all) => all.map((face) => face.getBoundingClientRect()));
      expect(Math.max(...faces.map(({ right }) => right))).toBeGreaterThan(width * 0.9);
      expect(Math.min(...faces.map((face) => face.width))).toBeGreaterThan(width / 8);
      const cut = await visit.page
        .locator('.beside-list a > span:last-child')
        .evaluateAll((names) =>
          names
            .filter((name) => {
              (name as HTMLElement).style.overflowWrap = 'normal';
              return name.scrollWidth > name.clientWidth;
            })
            .map((name) => name.textContent),
        );
      expect(cut).toEqual([]);
    }
  });

  test('on a phone what stands beside the face leaves no empty half', async () => {
    await visit.page.setViewportSize({ width: 360, height: 800 });
    for (const [path, face, beside] of [
      ['/', '.core__face', '.core__facts'],
      ['/personas/twice-yearly-tailoring-big-basket/', '.portrait__face', '.portrait__links'],
    ] as const) {
      await visit.page.goto(`${visit.site.url}${path}`);
      const [left, right] = await Promise.all(
        [face, beside].map((name) => visit.page.locator(name).boundingBox()),
      );
      expect(right?.x, path).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
      expect(right?.y, path).toBeLessThan((left?.y ?? 0) + (left?.height ?? 0));
    }
  });

  test('on paper letters are dark on white for whoever reads in the dark', async () => {
    const ink = () =>
      visit.page.evaluate(() => getComputedStyle(document.querySelector('h1') as Element).color);
    await visit.page.goto(`${visit.site.url}/`);
    const [light, dark, printed] = [
      await visit.page.emulateMedia({ colorScheme: 'light' }).then(ink),
      await visit.page.emulateMedia({ colorScheme: 'dark' }).then(ink),
      await visit.page.emulateMedia({ colorScheme: 'dark', media: 'print' }).then(ink),
    ];
    expect(dark).not.toBe(light);
    expect(printed).toBe(light);
  });

  test('on paper figures of several Portraits that are worked out alike share a note', async () => {
    await visit.page.goto(`${visit.site.url}/go-to-market/`);
    const [notes, figures] = await Promise.all(
      ['.notes li', '.fact__note'].map((name) => visit.page.locator(name).allTextContents()),
    );
    expect(new Set(figures).size).toBe(notes?.length);
    expect(notes?.length).toBeLessThan((figures?.length ?? 0) / 3);
  });

  test('months and days of the week stand in columns, shares of a whole in bars', async () => {
    await visit.page.goto(`${visit.site.url}/personas/monthly-jeans-loyalist/`);
    const columns = await visit.page
      .locator('.chart-figure[data-readout="columns"] .chart-figure__title')
      .allTextContents();
    expect(columns.map((title) => title.trim())).toEqual([
      'When do they buy?',
      'On which days do they buy?',
    ]);
  });

  test('a split that no chart repeats stands in a line, and each share has its passport', async () => {
    await visit.page.goto(`${visit.site.url}/personas/seasonal-home-fitter/`);
    const line = visit.page.locator('.topic__text p', { hasText: /^\s*Brands:/ });
    const shown = await line.locator('.fact__value').allTextContents();
    expect(shown.length).toBeGreaterThan(1);
    expect(await line.getByRole('button').count()).toBe(shown.length);
    const [label = ''] = await line.locator('.passport__label').allTextContents();
    expect((await line.innerText()).replaceAll(/\s+/g, ' ')).toContain(
      `Brands: ${label} ${shown[0]?.trim()}`,
    );
  });

  test('the notes on paper are of the KPIs that stand on the page', async () => {
    await visit.page.goto(`${visit.site.url}/`);
    const shown = () =>
      visit.page
        .locator('.notes [data-for-role]:not([hidden])')
        .evaluateAll((notes) => [
          ...new Set(notes.map((note) => (note as HTMLElement).dataset['forRole'])),
        ]);
    expect(await visit.page.locator('.notes [data-for-role]').count()).toBeGreaterThan(0);
    expect(await shown()).toEqual([]);
    await visit.page.getByLabel('My role').selectOption('service');
    const cards = await visit.page
      .locator('.kpi[data-for-role]:not([hidden])')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['forRole']));
    expect(cards.length).toBeGreaterThan(0);
    expect((await shown()).toSorted()).toEqual(cards.toSorted());
  });
});
