import { Alert, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const jade: MantineColorsTuple = [
  '#eefaf6',
  '#d9f1e8',
  '#b1e3d2',
  '#86d5ba',
  '#63c9a7',
  '#4cc29a',
  '#2f9e7c',
  '#217d62',
  '#18654f',
  '#0c4d3b',
];
/** Value: points, tiers. Its dark end is dark enough to be read on its own tint. */
const gold: MantineColorsTuple = [
  '#fff9e6',
  '#fbeecb',
  '#f6dd98',
  '#f0c962',
  '#eab838',
  '#dca21c',
  '#b98412',
  '#94680a',
  '#825b04',
  '#7a5600',
];
/** Advice and reasons. */
const amber: MantineColorsTuple = [
  '#fff8f0',
  '#ffe9d2',
  '#ffd3a6',
  '#ffb775',
  '#fb9a4b',
  '#f0812b',
  '#d1640f',
  '#b04e08',
  '#9c4406',
  '#8a3b05',
];
/** A neutral that leans to the jade, so that greys and ground belong together. */
const gray: MantineColorsTuple = [
  '#f6f7f5',
  '#eff1ee',
  '#e3e6e2',
  '#d5dad5',
  '#c3cac4',
  '#98a29b',
  '#717c75',
  '#59635d',
  '#414a45',
  '#27302b',
];
const dark: MantineColorsTuple = [
  '#dfe4e1',
  '#bcc4bf',
  '#9aa59f',
  '#7d8982',
  '#46504a',
  '#353d39',
  '#272e2a',
  '#1e2421',
  '#171c19',
  '#111513',
];

/** Where the frame keeps a place for what opens over a page (see Shell). */
export const layersId = 'regulars-layers';

export const theme = createTheme({
  primaryColor: 'jade',
  // Filled controls stay on one jade in both schemes: white on it reads at 5 : 1.
  primaryShade: 7,
  colors: { jade, gold, amber, gray, dark },
  black: '#18201c',
  fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif',
  fontFamilyMonospace: 'ui-monospace,Consolas,"Noto Sans Mono",monospace',
  fontSizes: { xs: '0.75rem', sm: '0.84375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // The page itself never scrolls, so nothing has to be locked; the lock would also bring an inline style that the CSP refuses.
    Modal: {
      defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 0 } },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 700 } },
    },
    // The window has one banner, its own head: that of a dialog is no second one.
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    Drawer: {
      defaultProps: { lockScroll: false, transitionProps: { duration: 0 } },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 700 } },
    },
    // Lists and calendars of fields belong to the page's landmark, not to the end of the body.
    Popover: { defaultProps: { transitionProps: { duration: 0 }, portalProps: { target: `#${layersId}` } } },
    Tooltip: { defaultProps: { openDelay: 500, transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    // Advice stands on the quiet ground of every other piece of advice.
    Alert: Alert.extend({
      vars: (_theme, { color }) => ({ root: color === 'amber' ? { '--alert-bg': 'var(--regulars-advice)' } : {} }),
    }),
    Button: { defaultProps: { size: 'sm' } },
    Badge: { defaultProps: { variant: 'light', radius: 'xl', tt: 'none', fw: 700 } },
  },
});

const readableText = (shade: number) =>
  Object.fromEntries(
    [
      'red',
      'pink',
      'grape',
      'violet',
      'indigo',
      'blue',
      'cyan',
      'teal',
      'green',
      'lime',
      'yellow',
      'orange',
      'gold',
      'amber',
    ].map((color) => [`--mantine-color-${color}-text`, `var(--mantine-color-${color}-${shade})`]),
  );

/** Ground, panels and hairlines in both schemes, and text colours that keep AA where Mantine's own do not. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--regulars-header-height': '3.5rem', '--regulars-menu-width': '10.5rem' },
  light: {
    '--regulars-ground': '#f6f7f5',
    '--regulars-panel': '#ffffff',
    '--regulars-menu': '#fbfcfa',
    '--regulars-hairline': '#e3e6e2',
    '--regulars-selected': '#eefaf6',
    '--regulars-advice': '#fff8f0',
    '--regulars-advice-text': '#8a3b05',
    '--regulars-danger-text': '#b3261e',
    '--regulars-quiet': '#f3f4f2',
    '--mantine-color-dimmed': '#5d6962',
    '--mantine-color-placeholder': '#68736d',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': '#d0d6d1',
    ...readableText(9),
    '--mantine-color-red-light-color': '#a11d1d',
    '--mantine-color-pink-light-color': '#94164a',
    '--mantine-color-red-text': '#b3261e',
    '--mantine-color-pink-text': '#a61e4d',
    '--mantine-color-jade-text': '#18654f',
    '--mantine-color-gray-text': '#59635d',
  },
  dark: {
    '--regulars-ground': '#171c19',
    '--regulars-panel': '#1e2421',
    '--regulars-menu': '#1a1f1c',
    '--regulars-hairline': '#313935',
    '--regulars-selected': '#1c342b',
    '--regulars-advice': '#2c2318',
    '--regulars-advice-text': '#ffb775',
    '--regulars-danger-text': '#ff9d96',
    '--regulars-quiet': '#272e2a',
    '--mantine-color-body': '#1e2421',
    '--mantine-color-text': '#dfe4e1',
    '--mantine-color-dimmed': '#9faba4',
    '--mantine-color-placeholder': '#8d9992',
    '--mantine-color-error': '#ff9d96',
    '--mantine-color-default': '#242b27',
    '--mantine-color-default-hover': '#2c3430',
    '--mantine-color-default-border': '#414b45',
    '--mantine-color-anchor': '#63c9a7',
    ...readableText(3),
    '--mantine-color-jade-text': '#63c9a7',
    '--mantine-color-gray-text': '#9aa59f',
    // Mantine halves the darkest shade, which for these leaves next to nothing.
    '--mantine-color-jade-light': '#1d4034',
    '--mantine-color-jade-light-hover': '#244d3f',
    '--mantine-color-jade-light-color': '#b1e3d2',
    '--mantine-color-gold-light': '#3f3312',
    '--mantine-color-gold-light-color': '#f6dd98',
    '--mantine-color-amber-light': '#382616',
    '--mantine-color-amber-light-color': '#ffd3a6',
    '--mantine-color-gray-light': '#343d38',
    '--mantine-color-gray-light-hover': '#3c4640',
    '--mantine-color-gray-light-color': '#dfe4e1',
  },
});
