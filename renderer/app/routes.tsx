import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { BackupsPage } from '../features/backups/BackupsPage.tsx';
import { BinPage } from '../features/bin/BinPage.tsx';
import { todaySearch } from '../features/callbacks/search.ts';
import { TodayPage } from '../features/callbacks/TodayPage.tsx';
import { CarePage } from '../features/care/CarePage.tsx';
import { careSearch } from '../features/care/search.ts';
import { CustomerCardPage } from '../features/customers/CustomerCardPage.tsx';
import { CustomersPage } from '../features/customers/CustomersPage.tsx';
import { EditCustomerPage } from '../features/customers/EditCustomerPage.tsx';
import { NewCustomerPage } from '../features/customers/NewCustomerPage.tsx';
import { cardSearch, customersSearch, newCustomerSearch } from '../features/customers/search.ts';
import { ExportsPage } from '../features/exports/ExportsPage.tsx';
import { exportsSearch } from '../features/exports/search.ts';
import { DuplicatesPage } from '../features/duplicates/DuplicatesPage.tsx';
import { MergePage } from '../features/duplicates/MergePage.tsx';
import { MergesPage } from '../features/duplicates/MergesPage.tsx';
import { mergeSearch } from '../features/duplicates/search.ts';
import { CustomFieldsPage } from '../features/customFields/CustomFieldsPage.tsx';
import { ImportsPage } from '../features/imports/ImportsPage.tsx';
import { ProductsPage } from '../features/products/ProductsPage.tsx';
import { segmentsSearch } from '../features/segments/search.ts';
import { SegmentsPage } from '../features/segments/SegmentsPage.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { ExpiringPage } from '../features/things/ExpiringPage.tsx';
import { expiringSearch } from '../features/things/search.ts';
import { TagsPage } from '../features/tags/TagsPage.tsx';
import { visitSearch } from '../features/visits/search.ts';
import { VisitPage } from '../features/visits/VisitPage.tsx';
import { CrashedPage, NotFoundPage } from './OtherPages.tsx';
import { Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });
const getParentRoute = () => root;

const index = createRoute({
  getParentRoute,
  path: '/',
  beforeLoad: () => redirect({ to: '/today', search: {}, throw: true }),
});
const today = createRoute({ getParentRoute, path: '/today', validateSearch: todaySearch, component: TodayPage });
const customers = createRoute({ getParentRoute, path: '/customers', validateSearch: customersSearch, component: CustomersPage });
const tags = createRoute({ getParentRoute, path: '/customers/tags', component: TagsPage });
const customFields = createRoute({ getParentRoute, path: '/settings/fields', component: CustomFieldsPage });
const newCustomer = createRoute({
  getParentRoute,
  path: '/customers/new',
  validateSearch: newCustomerSearch,
  component: NewCustomerPage,
});
const care = createRoute({ getParentRoute, path: '/customers/care', validateSearch: careSearch, component: CarePage });
const customerCard = createRoute({
  getParentRoute,
  path: '/customers/$customerId',
  validateSearch: cardSearch,
  component: CustomerCardPage,
});
const duplicates = createRoute({ getParentRoute, path: '/customers/duplicates', component: DuplicatesPage });
const mergePair = createRoute({
  getParentRoute,
  path: '/customers/duplicates/merge',
  validateSearch: mergeSearch,
  component: MergePage,
});
const merges = createRoute({ getParentRoute, path: '/customers/merges', component: MergesPage });
const bin = createRoute({ getParentRoute, path: '/customers/bin', component: BinPage });
const editCustomer = createRoute({ getParentRoute, path: '/customers/$customerId/edit', component: EditCustomerPage });
const expiring = createRoute({
  getParentRoute,
  path: '/customers/expiring',
  validateSearch: expiringSearch,
  component: ExpiringPage,
});
const products = createRoute({ getParentRoute, path: '/products', component: ProductsPage });
const visit = createRoute({ getParentRoute, path: '/visit', validateSearch: visitSearch, component: VisitPage });
const segments = createRoute({ getParentRoute, path: '/segments', validateSearch: segmentsSearch, component: SegmentsPage });
const imports = createRoute({ getParentRoute, path: '/imports', component: ImportsPage });
const exportsRoute = createRoute({ getParentRoute, path: '/exports', validateSearch: exportsSearch, component: ExportsPage });
const backups = createRoute({ getParentRoute, path: '/backups', component: BackupsPage });
const settings = createRoute({ getParentRoute, path: '/settings', component: SettingsPage });

/** Every page. The address stands after the # because the page is served from app:// as one file. */
export const router = createRouter({
  routeTree: root.addChildren([
    index,
    today,
    customers,
    tags,
    customFields,
    newCustomer,
    care,
    customerCard,
    editCustomer,
    expiring,
    duplicates,
    mergePair,
    merges,
    bin,
    products,
    visit,
    segments,
    imports,
    exportsRoute,
    backups,
    settings,
  ]),
  history: createHashHistory(),
  defaultErrorComponent: CrashedPage,
  defaultPendingMinMs: 0,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
