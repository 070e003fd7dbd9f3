/**
 * Who may import whom, as rules for dependency-cruiser. Each room lists what it may reach; whatever is not listed is
 * forbidden, Node's own modules included. Tests beside the code are free: they look into other rooms on purpose.
 */
const pure = [
  'bwip-js',
  'dayjs',
  'fastest-levenshtein',
  'libphonenumber-js',
  'papaparse',
  '@types/papaparse',
  'pinyin-pro',
  'tyme4ts',
];

/** @type {{ from: string, rooms?: string[], libraries?: string[], node?: boolean }[]} */
const rooms = [
  { from: '^shared/(types/|errors\\.ts$)', rooms: ['^shared/(types/|errors\\.ts$)'] },
  {
    from: '^shared/domain/',
    rooms: ['^shared/(types/|errors\\.ts$|domain/)'],
    libraries: [...pure, 'cephes', 'ml-matrix'],
  },
  { from: '^shared/contract', rooms: ['^shared/'], libraries: [...pure, 'zod'] },
  {
    from: '^electron/store/',
    rooms: ['^electron/(store|files)/', '^shared/'],
    libraries: ['kysely', 'better-sqlite3', 'uuid', ...pure],
    node: true,
  },
  {
    from: '^electron/engine/',
    rooms: ['^electron/(engine|store)/', '^shared/'],
    libraries: ['kysely', 'uuid', 'zod', ...pure],
    node: true,
  },
  { from: '^electron/files/', rooms: ['^electron/files/', '^shared/errors\\.ts$'], node: true },
  {
    from: '^electron/vault/',
    rooms: ['^electron/(vault|files)/', '^shared/errors\\.ts$'],
    libraries: ['@scure/bip39', 'uuid', 'zod'],
    node: true,
  },
  {
    from: '^electron/container/',
    rooms: ['^electron/(container|vault|files)/', '^shared/errors\\.ts$'],
    libraries: ['zod'],
    node: true,
  },
  {
    from: '^electron/handlers/',
    rooms: ['^electron/(handlers|engine|store|files|container)/', '^electron/vault/keyFile\\.ts$', '^shared/', '^resources/'],
    libraries: ['kysely', 'uuid', 'zod', '@e965/xlsx', 'saxes', 'yauzl', '@types/yauzl', 'yazl', '@types/yazl', ...pure],
    node: true,
  },
  {
    from: '^electron/worker/',
    rooms: ['^electron/(worker|handlers|engine)/', '^electron/store/', '^electron/gate/(protocol|workerLink)\\.ts$', '^shared/'],
    libraries: ['kysely', 'zod'],
    node: true,
  },
  {
    from: '^electron/gate/',
    rooms: ['^electron/(gate|files|vault|container)/', '^shared/'],
    libraries: ['uuid', 'zod'],
    node: true,
  },
  {
    from: '^electron/main/',
    rooms: ['^electron/(main|gate|files|vault)/', '^shared/'],
    libraries: ['electron', 'electron-log', 'uuid', 'zod'],
    node: true,
  },
  { from: '^electron/cli/', rooms: ['^electron/(cli|gate)/', '^shared/'], libraries: ['zod'], node: true },
  { from: '^electron/preload/', rooms: ['^shared/'], libraries: ['electron'] },
  {
    from: '^renderer/',
    rooms: ['^renderer/', '^shared/', '^resources/'],
    libraries: [
      'react',
      'react-dom',
      '@types/react',
      '@types/react-dom',
      'react-i18next',
      'i18next',
      '@mantine',
      '@tabler',
      '@tanstack',
      'zod',
      'uuid',
      ...pure,
    ],
  },
];

const test = '\\.test\\.tsx?$';
const product = '^(shared|electron|renderer)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rooms.map(({ from, rooms: reachable = [], libraries = [], node = false }) => ({
      name: `only what its room may reach: ${from}`,
      severity: 'error',
      from: { path: from, pathNot: test },
      to: {
        pathNot: [...reachable, ...libraries.map((name) => `^node_modules/${name}/`)],
        ...(node && { dependencyTypesNot: ['core'] }),
      },
    })),
    {
      name: 'every file has a room',
      severity: 'error',
      from: { path: product, pathNot: [...rooms.map(({ from }) => from), test] },
      to: {},
    },
    {
      name: 'every room is reached as a room',
      severity: 'error',
      from: {},
      to: { path: product, pathNot: rooms.map(({ from }) => from) },
    },
    {
      name: 'the product never imports tests or scripts',
      severity: 'error',
      from: { path: product, pathNot: test },
      to: { path: ['^tests/', '^scripts/', test] },
    },
    {
      name: 'the preload takes only types from shared',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { path: '^shared/', dependencyTypesNot: ['type-only'] },
    },
    {
      // The page's content policy allows no WebAssembly, and so none of what the special functions are compiled to.
      name: 'the page computes no forecast',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        path: '^(shared/domain/forecast/(?!names\\.ts$)|node_modules/(cephes|ml-matrix)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no circles',
      severity: 'error',
      from: { path: product },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'every import is found', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(out|dist|\\.runtime)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
