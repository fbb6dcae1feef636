import { describe, expect, it } from 'vitest';
import { edgeColumn, edgesOf, nodeColumn, readFiles, readText } from './files';

const gexf = (graph: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${head}<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n${graph}\n</gexf>`;

const small = (node: string): string => gexf(`<graph><nodes>\n${node}\n</nodes><edges/></graph>`);

const GEPHI = gexf(`
<graph defaultedgetype="undirected" mode="static">
  <attributes class="node" mode="static">
    <attribute id="club" title="Club" type="string"><default>none</default></attribute>
    <attribute id="1" title="age" type="integer"/>
    <attribute id="2" title="seen" type="boolean"/>
    <attribute id="3" title="label" type="string"/>
  </attributes>
  <attributes class="edge"><attribute id="1" title="kind of tie" type="string"/></attributes>
  <nodes>
    <node id="a" label="Ann &amp; co">
      <attvalues><attvalue for="club" value="red"/><attvalue for="1" value="31"/><attvalue for="2" value="true"/></attvalues>
      <viz:size value="10"/><viz:position x="1.5" y="-2" z="0"/><viz:color r="1" g="2" b="3"/>
    </node>
    <node id="b" label="Bob"><attvalues><attvalue for="3" value="own"/></attvalues><viz:position x="3" y="4"/></node>
  </nodes>
  <edges>
    <edge id="0" source="a" target="b" weight="2.5"><attvalues><attvalue for="1" value="kin"/></attvalues></edge>
    <edge id="1" source="b" target="b"/>
  </edges>
</graph>`);

describe('GEXF', () => {
  it('reads attributes by their titles and types, defaults, labels, weights and positions', () => {
    const graph = readText('net.gexf', GEPHI);
    expect(graph).toMatchObject({
      format: 'GEXF',
      name: 'net',
      directed: false,
      remarks: [
        'Colours, sizes and shapes that the file has for its picture were left out: colours here say what is learned.',
      ],
      nodeIds: ['a', 'b'],
    });
    expect(edgesOf(graph)).toEqual(['a>b', 'b>b']);
    expect(nodeColumn(graph, 'label')).toEqual(['Ann & co', 'Bob']);
    expect(nodeColumn(graph, 'label (2)')).toEqual([null, 'own']);
    expect(nodeColumn(graph, 'Club')).toEqual(['red', 'none']);
    expect(nodeColumn(graph, 'age')).toEqual([31, null]);
    expect(nodeColumn(graph, 'seen')).toEqual([true, null]);
    expect(edgeColumn(graph, 'weight')).toEqual([2.5, null]);
    expect(edgeColumn(graph, 'kind of tie')).toEqual(['kin', null]);
    expect(graph.positions).toEqual(Float32Array.of(1.5, -2, 3, 4));
    expect(graph.nodeColumns).toHaveLength(5);
  });

  it('is told by how it begins, whatever it is called', () => {
    expect(readText('pasted.txt', GEPHI).format).toBe('GEXF');
  });

  it('reads directions, of single edges too', () => {
    const nodes = '<nodes><node id="1"/><node id="2"/></nodes>';
    const edge = '<edge source="1" target="2"';
    const directed = gexf(`<graph defaultedgetype="directed">${nodes}<edges>${edge}/></edges></graph>`);
    expect(readText('d.gexf', directed).directed).toBe(true);
    const mixed = readText(
      'm.gexf',
      gexf(`<graph>${nodes}<edges>${edge} type="directed"/>${edge} weight="3"/></edges></graph>`),
    );
    expect(mixed.directed).toBe(true);
    expect(edgesOf(mixed)).toEqual(['1>2', '1>2', '2>1']);
    expect(edgeColumn(mixed, 'weight')).toEqual([null, 3, 3]);
  });

  it('opens nodes in nodes', () => {
    const graph = readText(
      'h.gexf',
      gexf(
        `<graph><nodes><node id="a"><nodes><node id="b"><viz:position x="1" y="2"/></node></nodes><viz:position x="3" y="4"/></node></nodes></graph>`,
      ),
    );
    expect(graph.nodeIds).toEqual(['a', 'b']);
    expect(graph.positions).toEqual(Float32Array.of(3, 4, 1, 2));
  });

  it('leaves positions out where some nodes have none', () => {
    const graph = readText(
      'p.gexf',
      small(
        '<node id="a"><viz:position x="1" y="1"/></node><node id="b"><viz:position x="NaN" y="1e99"/></node>',
      ),
    );
    expect(graph.positions).toBeNull();
    expect(graph.remarks.join()).toContain('Only 1 of 2 nodes have a position');
  });

  it('reads NaN, Infinity and words in columns of numbers as missing', () => {
    const value = (text: string, i: number) =>
      `<node id="${i}"><attvalues><attvalue for="v" value="${text}"/></attvalues></node>`;
    const graph = readText(
      'n.gexf',
      gexf(
        `<graph><attributes class="node"><attribute id="v" title="v" type="double"/></attributes><nodes>${['NaN', '-Infinity', '1e999', 'many', '2'].map(value).join('')}</nodes></graph>`,
      ),
    );
    expect(nodeColumn(graph, 'v')).toEqual([null, null, null, null, 2]);
    expect(graph.remarks.join()).toContain('3 values are no finite numbers');
    expect(graph.remarks.join()).toContain('no numbers, though they are declared');
  });

  it('keeps markup, negative and huge ids and __proto__ as plain text', () => {
    const graph = readText(
      'x.gexf',
      small(
        `<node id="__proto__" label="&lt;script&gt;alert(1)&lt;/script&gt;"><attvalues><attvalue for="__proto__" value="1"/><attvalue for="constructor" value="2"/></attvalues></node><node id="-1"/><node id="99999999999999999999"/>`,
      ),
    );
    expect(graph.nodeIds).toEqual(['__proto__', '-1', '99999999999999999999']);
    expect(nodeColumn(graph, 'label')?.[0]).toBe('<script>alert(1)</script>');
    expect(nodeColumn(graph, '__proto__')?.[0]).toBe('1');
    expect(nodeColumn(graph, 'constructor')?.[0]).toBe('2');
  });

  it('reads the encoding that the file declares', () => {
    const text = GEPHI.replace('UTF-8', 'ISO-8859-1').replace('Bob', 'Bjørn');
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    expect(nodeColumn(readFiles([{ name: 'l.gexf', bytes }]), 'label')).toEqual(['Ann & co', 'Bjørn']);
  });
});

describe('hostile and broken GEXF', () => {
  const laughs = [
    '<!DOCTYPE lolz [',
    '<!ENTITY lol "lol">',
    ...Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY lol${i} "${`&lol${i - 1 < 0 ? '' : i - 1};`.repeat(10)}">`,
    ),
    ']>\n',
  ].join('\n');

  it.each([
    [
      'a billion laughs',
      gexf('<graph><nodes><node id="&lol8;"/></nodes></graph>', laughs),
      /line \d+: expected a graph, got declarations of entities/,
    ],
    [
      'an external entity',
      gexf('<graph/>', '<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      /got declarations of entities/,
    ],
    [
      'an entity nobody declared',
      small('<node id="&xxe;"/>'),
      "bad.gexf, line 4: expected XML, got 'invalid character entity'",
    ],
    [
      'elements too deep',
      gexf(`<graph>${'<nodes>'.repeat(100_000)}`),
      'bad.gexf, line 3: expected at most 64 elements inside each other',
    ],
    [
      'a node without an id',
      small('<node label="x"/>'),
      "bad.gexf, line 4: expected <node> with the attribute 'id', got none",
    ],
    [
      'an edge without a target',
      gexf('<graph><edges>\n<edge source="1"/></edges></graph>'),
      "bad.gexf, line 4: expected <edge> with the attribute 'target', got none",
    ],
    [
      'the wrong closing',
      gexf('<graph><nodes>\n</edges></graph>'),
      "bad.gexf, line 4: expected XML, got 'unexpected close tag'",
    ],
    [
      'a file cut off between elements',
      GEPHI.slice(0, GEPHI.indexOf('<edges>')),
      /bad\.gexf, line \d+: expected XML, got 'unclosed root tag'/,
    ],
    ['another kind of XML', '<svg/>', 'expected <gexf> with a <graph> in it, got neither'],
    ['no XML', 'hello', 'bad.gexf, line 1: expected XML'],
    ['nothing', '', 'expected <gexf> with a <graph> in it, got neither'],
  ])('refuses %s', (_, text, message) => {
    expect(() => readText('bad.gexf', text)).toThrow(message);
  });

  it('refuses a file cut off anywhere', () => {
    for (let length = 1; length < GEPHI.length; length++) {
      expect(() => readText('cut.gexf', GEPHI.slice(0, length)), `${length}`).toThrow(
        /^cut\.gexf.*: expected/,
      );
    }
  });

  it('passes over a DOCTYPE without entities', () => {
    expect(
      readText('d.gexf', gexf('<graph><nodes><node id="a"/></nodes></graph>', '<!DOCTYPE gexf>\n')).nodeIds,
    ).toEqual(['a']);
  });

  it('refuses cells of 10 MB', () => {
    const long = 'x'.repeat(10_000_000);
    expect(() => readText('l.gexf', small(`<node id="a" label="${long}"/>`))).toThrow(
      'l.gexf, line 4: expected cells of at most 1,000,000 characters',
    );
  });

  it('stays quick with twenty thousand attributes of one title', () => {
    const one = (i: number): string => `<attribute id="${i}" title="a" type="string"/>`;
    const attributes = Array.from({ length: 20_000 }, (_, i) => one(i)).join('');
    const graph = readText(
      'a.gexf',
      gexf(`<graph><attributes class="node">${attributes}</attributes></graph>`),
    );
    expect(graph.nodeColumns).toEqual([]);
  });

  it('refuses defaults that would fill a table of a billion cells', () => {
    const attributes = Array.from(
      { length: 10_000 },
      (_, i) => `<attribute id="${i}" type="string"><default>x</default></attribute>`,
    );
    const nodes = Array.from({ length: 10_000 }, (_, i) => `<node id="${i}"/>`);
    const text = gexf(
      `<graph><attributes class="node">${attributes.join('')}</attributes><nodes>${nodes.join('')}</nodes></graph>`,
    );
    expect(() => readText('d.gexf', text)).toThrow(/expected at most [\d,]+ columns for [\d,]+ rows/);
  });

  it('refuses more nodes or edges than allowed', () => {
    expect(() => readText('g.gexf', GEPHI, { nodes: 1 })).toThrow('expected at most 1 nodes');
    expect(() => readText('g.gexf', GEPHI, { edges: 1 })).toThrow('expected at most 1 edges');
    expect(() => readText('g.gexf', GEPHI, { bytes: 100 })).toThrow('g.gexf: expected at most');
  });
});
