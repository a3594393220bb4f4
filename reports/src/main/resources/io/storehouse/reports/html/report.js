(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const words = {
    period: { en: 'Business dates', zh: '营业日' },
    asOf: { en: 'Data as of', zh: '数据截至' },
    generated: { en: 'Generated', zh: '生成于' },
    definitions: { en: 'Definitions', zh: '口径' },
    total: { en: 'Total', zh: '合计' },
    net: { en: 'Net sales', zh: '净销售额' },
    gross: { en: 'Gross sales', zh: '销售额' },
    returned: { en: 'Returned', zh: '退货额' },
    orders: { en: 'Orders', zh: '订单数' },
    empty: { en: 'No sales in this period yet', zh: '该期间尚无销售' },
    emptyHint: { en: 'Import sales, build the warehouse, then report again:', zh: '请先导入销售并构建数仓，再生成报告：' },
    currency: { en: "Amounts are in the stores' currency.", zh: '金额以门店币种计。' },
  };
  let language = (navigator.language || 'en').toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const charts = [];
  const say = (label) => label[language];
  const section = (id) => data.sections.find((s) => s.id === id);

  function element(name, properties, ...children) {
    const node = Object.assign(document.createElement(name), properties || {});
    node.append(...children.filter((c) => c !== null));
    return node;
  }

  /* Exact: the digits are grouped as text, never through a float. */
  function grouped(text, places) {
    const negative = text.startsWith('-');
    const parts = (negative ? text.slice(1) : text).split('.');
    let fraction = (parts[1] || '').replace(/0+$/, '');
    fraction = fraction.padEnd(places, '0');
    const whole = parts[0].replace(/\B(?=(\d{3})+(?!\d))/g, ',');
    return (negative ? '−' : '') + whole + (fraction ? '.' + fraction : '');
  }

  function shown(value, kind) {
    if (value === null) return '—';
    if (kind === 'MONEY') return grouped(value, 2);
    if (kind === 'RATE') return (Number(value) * 100).toFixed(2) + ' %';
    if (kind === 'QUANTITY') return grouped(value, 0);
    if (kind === 'COUNT') return grouped(value, 0);
    return value;
  }

  const isNumber = (kind) => kind !== 'TEXT' && kind !== 'DATE';

  function table(part) {
    const head = element('tr');
    part.columns.forEach((column) =>
      head.append(element('th', { scope: 'col', className: isNumber(column.kind) ? 'number' : '', textContent: say(column.title) })));
    const body = element('tbody');
    part.rows.forEach((row) => {
      const line = element('tr');
      row.forEach((value, i) => {
        const kind = part.columns[i].kind;
        const negative = isNumber(kind) && value !== null && value.startsWith('-') ? ' negative' : '';
        line.append(element('td', { className: (isNumber(kind) ? 'number' : '') + negative, textContent: shown(value, kind) }));
      });
      body.append(line);
    });
    return element('div', { className: 'scroll' }, element('table', {}, element('thead', {}, head), body));
  }

  const palette = ['#0b5cc4', '#e08a1e', '#b3261e', '#3a8f5c'];
  const compact = (n) => new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', { notation: 'compact' }).format(n);
  const base = () => ({
    animation: false,
    color: palette,
    aria: { enabled: true },
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis' },
    legend: { top: 0, left: 0, itemHeight: 10 },
  });
  const amounts = () => ({ type: 'value', axisLabel: { formatter: compact }, splitLine: { lineStyle: { color: '#e6eaf0' } } });

  function trendChart() {
    const rows = section('trend').rows;
    const line = (name, column, type, extra) => ({ name: say(name), type, data: rows.map((r) => Number(r[column])), ...extra });
    return {
      ...base(),
      xAxis: { type: 'category', data: rows.map((r) => r[0]) },
      yAxis: [amounts(), { type: 'value', axisLabel: { formatter: compact }, splitLine: { show: false } }],
      series: [
        line(words.net, 7, 'bar', { barMaxWidth: 44, itemStyle: { borderRadius: [4, 4, 0, 0] } }),
        line(words.gross, 4, 'line', { symbol: 'circle', symbolSize: 6 }),
        line(words.returned, 6, 'line', { symbol: 'circle', symbolSize: 6 }),
        line(words.orders, 1, 'line', { yAxisIndex: 1, lineStyle: { type: 'dashed' }, symbol: 'none' }),
      ],
    };
  }

  function daysChart() {
    const rows = section('days').rows;
    return {
      ...base(),
      legend: undefined,
      grid: { left: 8, right: 16, top: 12, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: rows.map((r) => r[0]) },
      yAxis: amounts(),
      series: [{ name: say(words.net), type: 'line', symbol: 'none', areaStyle: { opacity: 0.12 }, data: rows.map((r) => Number(r[1])) }],
    };
  }

  function barsChart(part, nameOf, column, limit) {
    const rows = part.rows.slice(0, limit).reverse();
    return {
      ...base(),
      legend: undefined,
      grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
      xAxis: amounts(),
      yAxis: { type: 'category', data: rows.map(nameOf), axisLabel: { width: 220, overflow: 'truncate' }, axisTick: { show: false } },
      series: [{ name: say(words.net), type: 'bar', barMaxWidth: 18, data: rows.map((r) => Number(r[column])), itemStyle: { borderRadius: [0, 4, 4, 0] } }],
    };
  }

  const drawings = {
    trend: trendChart,
    days: daysChart,
    'products-top': () => barsChart(section('products-top'), (r) => r[1] || r[0], 6, 20),
    customers: () => barsChart(section('customers'), (r) => r[0], 5, 20),
    stores: () => barsChart(section('stores'), (r) => r[0], 7, 15),
  };
  const tall = ['products-top', 'customers', 'stores'];

  function cards() {
    const list = element('div', { className: 'cards' });
    data.measures.forEach((measure) => {
      list.append(element('div', { className: 'card', title: say(measure.definition) },
        element('div', { className: 'name', textContent: say(measure.title) }),
        element('div', { className: 'value', textContent: shown(measure.value, measure.kind) })));
    });
    return list;
  }

  function definitions() {
    const list = element('dl');
    data.measures.forEach((measure) =>
      list.append(element('dt', { textContent: say(measure.title) }), element('dd', { textContent: say(measure.definition) })));
    return element('section', { id: 'definitions' }, element('h2', { textContent: say(words.definitions) }),
      element('p', { className: 'note', textContent: say(words.currency) }), list);
  }

  function empty() {
    return element('section', { className: 'empty' }, element('h2', { textContent: say(words.empty) }),
      element('p', { className: 'note', textContent: say(words.emptyHint) }),
      element('p', {}, element('code', { textContent: './storehouse import FILE…' }), ' ', element('code', { textContent: './storehouse warehouse run' })));
  }

  function part(one) {
    const box = drawings[one.id] ? element('div', { className: tall.includes(one.id) ? 'chart tall' : 'chart' }) : null;
    const shownTable = one.id === 'days' ? null : table(one);
    const node = element('section', { id: one.id }, element('h2', { textContent: say(one.title) }),
      element('p', { className: 'note', textContent: say(one.note) }), box, shownTable);
    if (box) charts.push([box, drawings[one.id]]);
    return node;
  }

  function draw() {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.querySelectorAll('[data-en]').forEach((node) => { node.textContent = node.dataset[language]; });
    document.querySelectorAll('[data-language]').forEach((node) =>
      node.setAttribute('aria-pressed', String(node.dataset.language === language)));
    document.getElementById('period').textContent = data.firstDay === null ? '—'
      : say(words.period) + ' ' + data.firstDay + ' – ' + data.lastDay;
    charts.splice(0).forEach(([box]) => { const old = echarts.getInstanceByDom(box); if (old) old.dispose(); });
    const main = document.getElementById('main');
    main.replaceChildren();
    if (data.firstDay === null) {
      main.append(empty());
    } else {
      main.append(cards());
      data.sections.forEach((one) => main.append(part(one)));
    }
    main.append(definitions());
    charts.forEach(([box, option]) => echarts.init(box, null, { renderer: 'svg' }).setOption(option()));
    footer();
  }

  function footer() {
    const times = Object.entries(data.dataAsOf).map(([name, at]) => name + ' ' + at);
    document.getElementById('footer').replaceChildren(
      element('p', { textContent: say(words.asOf) + ': ' + (times.join(' · ') || '—') }),
      element('p', { textContent: say(words.generated) + ' ' + data.generatedAt + ' · Storehouse' }));
  }

  const resize = () => charts.forEach(([box]) => { const chart = echarts.getInstanceByDom(box); if (chart) chart.resize(); });
  window.addEventListener('resize', resize);
  window.addEventListener('beforeprint', resize);
  document.querySelectorAll('[data-language]').forEach((node) =>
    node.addEventListener('click', () => { language = node.dataset.language; draw(); }));
  draw();
})();
