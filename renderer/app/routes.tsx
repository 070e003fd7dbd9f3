import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { BackupsPage } from '../features/backups/BackupsPage.tsx';
import { AuditPage } from '../features/audit/AuditPage.tsx';
import { BinPage } from '../features/bin/BinPage.tsx';
import { todaySearch } from '../features/callbacks/search.ts';
import { TodayPage } from '../features/callbacks/TodayPage.tsx';
import { AppointmentsPage } from '../features/appointments/AppointmentsPage.tsx';
import { QueuePage } from '../features/appointments/QueuePage.tsx';
import { RostersPage } from '../features/appointments/RostersPage.tsx';
import { diarySearch } from '../features/appointments/search.ts';
import { UnconfirmedPage } from '../features/appointments/UnconfirmedPage.tsx';
import { WaitlistPage } from '../features/appointments/WaitlistPage.tsx';
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
import { mergeSearch, mergesSearch } from '../features/duplicates/search.ts';
import { CustomFieldsPage } from '../features/customFields/CustomFieldsPage.tsx';
import { ImportsPage } from '../features/imports/ImportsPage.tsx';
import { OpenIncidentsPage } from '../features/incidents/OpenIncidentsPage.tsx';
import { EarningRulesPage } from '../features/loyalty/earning/EarningRulesPage.tsx';
import { TiersPage } from '../features/loyalty/tiers/TiersPage.tsx';
import { MemberCardBatchesPage } from '../features/memberCards/MemberCardBatchesPage.tsx';
import { UnusualPage } from '../features/loyalty/UnusualPage.tsx';
import { PointsFilePage } from '../features/pointsFiles/PointsFilePage.tsx';
import { LoyaltyPage } from '../features/loyalty/LoyaltyPage.tsx';
import { MeasuresPage } from '../features/measurements/MeasuresPage.tsx';
import { OpportunitiesPage } from '../features/opportunities/OpportunitiesPage.tsx';
import { opportunitiesSearch } from '../features/opportunities/search.ts';
import { StagesPage } from '../features/opportunities/StagesPage.tsx';
import { EditOrderPage } from '../features/orders/EditOrderPage.tsx';
import { NewOrderPage } from '../features/orders/NewOrderPage.tsx';
import { OrderPage } from '../features/orders/OrderPage.tsx';
import { OrdersPage } from '../features/orders/OrdersPage.tsx';
import { newOrderSearch, ordersSearch } from '../features/orders/search.ts';
import { PrivacyPage } from '../features/privacy/PrivacyPage.tsx';
import { ProductsPage } from '../features/products/ProductsPage.tsx';
import { OwnSegmentsPage } from '../features/ownSegments/OwnSegmentsPage.tsx';
import { RiskPage } from '../features/risk/RiskPage.tsx';
import { MovementPage } from '../features/movement/MovementPage.tsx';
import { ForecastPage } from '../features/forecast/ForecastPage.tsx';
import { segmentsSearch } from '../features/segments/search.ts';
import { ReturnPage } from '../features/sales/ReturnPage.tsx';
import { SalePage } from '../features/sales/SalePage.tsx';
import { SalesPage } from '../features/sales/SalesPage.tsx';
import { salesSearch } from '../features/sales/search.ts';
import { SegmentsPage } from '../features/segments/SegmentsPage.tsx';
import { RecordTypesPage } from '../features/serviceRecords/RecordTypesPage.tsx';
import { FormTemplatesPage } from '../features/signedForms/FormTemplatesPage.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { CommissionRulesPage } from '../features/commissions/CommissionRulesPage.tsx';
import { CommissionsPage } from '../features/commissions/CommissionsPage.tsx';
import { commissionsSearch } from '../features/commissions/search.ts';
import { StaffPage } from '../features/staff/StaffPage.tsx';
import { ExpiringPage } from '../features/things/ExpiringPage.tsx';
import { expiringSearch } from '../features/things/search.ts';
import { TagsPage } from '../features/tags/TagsPage.tsx';
import { tasksSearch } from '../features/tasks/search.ts';
import { TasksPage } from '../features/tasks/TasksPage.tsx';
import { CardTypesPage } from '../features/countCards/CardTypesPage.tsx';
import { TopUpRulesPage } from '../features/storedValue/TopUpRulesPage.tsx';
import { ReminderRulesPage } from '../features/reminderRules/ReminderRulesPage.tsx';
import { TemplatesPage } from '../features/tasks/TemplatesPage.tsx';
import { MembersPage } from '../features/memberships/MembersPage.tsx';
import { PlansPage } from '../features/memberships/PlansPage.tsx';
import { ValueCardTypesPage } from '../features/valueCards/ValueCardTypesPage.tsx';
import { ValueCardsPage } from '../features/valueCards/ValueCardsPage.tsx';
import { StampCardsPage } from '../features/stamps/StampCardsPage.tsx';
import { SampleSetsPage } from '../features/gifts/SampleSetsPage.tsx';
import { GiftsPage } from '../features/gifts/GiftsPage.tsx';
import { KeptInShopPage } from '../features/keptGoods/KeptInShopPage.tsx';
import { AdvocatesPage } from '../features/advocates/AdvocatesPage.tsx';
import { ConversionPage } from '../features/referrals/ConversionPage.tsx';
import { RewardsPage } from '../features/rewards/RewardsPage.tsx';
import { CouponTypesPage } from '../features/coupons/CouponTypesPage.tsx';
import { DiscountCodesPage } from '../features/coupons/DiscountCodesPage.tsx';
import { visitSearch } from '../features/visits/search.ts';
import { VisitPage } from '../features/visits/VisitPage.tsx';
import { guarded } from './guarded.tsx';
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
const customFields = createRoute({
  getParentRoute,
  path: '/settings/fields',
  component: guarded('settings.write', CustomFieldsPage),
});
const recordTypes = createRoute({
  getParentRoute,
  path: '/settings/records',
  component: guarded('settings.write', RecordTypesPage),
});
const formTemplates = createRoute({
  getParentRoute,
  path: '/settings/forms',
  component: guarded('settings.write', FormTemplatesPage),
});
const measures = createRoute({
  getParentRoute,
  path: '/settings/measures',
  component: guarded('settings.write', MeasuresPage),
});
const stages = createRoute({
  getParentRoute,
  path: '/settings/stages',
  component: guarded('settings.write', StagesPage),
});
const opportunities = createRoute({
  getParentRoute,
  path: '/opportunities',
  validateSearch: opportunitiesSearch,
  component: guarded('customers.read', OpportunitiesPage),
});
const tasks = createRoute({
  getParentRoute,
  path: '/tasks',
  validateSearch: tasksSearch,
  component: guarded('customers.read', TasksPage),
});
const cardTypes = createRoute({
  getParentRoute,
  path: '/loyalty/cards',
  component: guarded('settings.write', CardTypesPage),
});
const memberCardBatches = createRoute({
  getParentRoute,
  path: '/loyalty/member-cards',
  component: guarded('settings.write', MemberCardBatchesPage),
});
const topUpRules = createRoute({
  getParentRoute,
  path: '/loyalty/top-ups',
  component: guarded('settings.write', TopUpRulesPage),
});
const valueCardTypes = createRoute({
  getParentRoute: () => root,
  path: '/loyalty/cards/kinds',
  component: guarded('settings.write', ValueCardTypesPage),
});
const valueCards = createRoute({
  getParentRoute: () => root,
  path: '/loyalty/cards/sold',
  component: guarded('customers.read', ValueCardsPage),
});
const stampCards = createRoute({
  getParentRoute,
  path: '/loyalty/earning/stamps',
  component: guarded('settings.write', StampCardsPage),
});
const reminderRules = createRoute({
  getParentRoute,
  path: '/settings/rules',
  component: guarded('settings.write', ReminderRulesPage),
});
const taskTemplates = createRoute({
  getParentRoute,
  path: '/settings/templates',
  component: guarded('settings.write', TemplatesPage),
});
const rewards = createRoute({
  getParentRoute,
  path: '/loyalty/rewards',
  component: guarded('settings.write', RewardsPage),
});
const gifts = createRoute({
  getParentRoute,
  path: '/loyalty/gifts',
  component: guarded('loyalty.adjust', GiftsPage),
});
const sampleSets = createRoute({
  getParentRoute,
  path: '/loyalty/gifts/sets',
  component: guarded('settings.write', SampleSetsPage),
});
const pointsFile = createRoute({
  getParentRoute,
  path: '/loyalty/points-file',
  component: guarded('loyalty.adjust', PointsFilePage),
});
const unusualPoints = createRoute({
  getParentRoute,
  path: '/loyalty/unusual',
  component: guarded('loyalty.adjust', UnusualPage),
});
const membershipPlans = createRoute({
  getParentRoute,
  path: '/loyalty/tiers/plans',
  component: guarded('settings.write', PlansPage),
});
const paidMembers = createRoute({
  getParentRoute,
  path: '/loyalty/members',
  component: guarded('customers.read', MembersPage),
});
const advocates = createRoute({
  getParentRoute,
  path: '/loyalty/advocates',
  component: guarded('customers.read', AdvocatesPage),
});
const referralConversion = createRoute({
  getParentRoute,
  path: '/loyalty/referrals',
  component: guarded('segments.read', ConversionPage),
});
const couponTypes = createRoute({
  getParentRoute,
  path: '/loyalty/coupons',
  component: guarded('settings.write', CouponTypesPage),
});
const discountCodes = createRoute({
  getParentRoute,
  path: '/loyalty/codes',
  component: guarded('settings.write', DiscountCodesPage),
});
const openIncidents = createRoute({
  getParentRoute,
  path: '/tasks/incidents',
  component: guarded('customers.read', OpenIncidentsPage),
});
const loyalty = createRoute({ getParentRoute, path: '/loyalty', component: guarded('loyalty.adjust', LoyaltyPage) });
const tiers = createRoute({ getParentRoute, path: '/loyalty/tiers', component: guarded('settings.write', TiersPage) });
const earning = createRoute({
  getParentRoute,
  path: '/loyalty/earning',
  component: guarded('settings.write', EarningRulesPage),
});
const auditLog = createRoute({ getParentRoute, path: '/settings/audit', component: guarded('audit.read', AuditPage) });
const newCustomer = createRoute({
  getParentRoute,
  path: '/customers/new',
  validateSearch: newCustomerSearch,
  component: guarded('customers.write', NewCustomerPage),
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
  component: guarded('customers.remove', MergePage),
});
const merges = createRoute({
  getParentRoute,
  path: '/customers/merges',
  validateSearch: mergesSearch,
  component: MergesPage,
});
const bin = createRoute({ getParentRoute, path: '/customers/bin', component: BinPage });
const editCustomer = createRoute({
  getParentRoute,
  path: '/customers/$customerId/edit',
  component: guarded('customers.write', EditCustomerPage),
});
const expiring = createRoute({
  getParentRoute,
  path: '/customers/expiring',
  validateSearch: expiringSearch,
  component: ExpiringPage,
});
const products = createRoute({ getParentRoute, path: '/products', component: guarded('visits.read', ProductsPage) });
const visit = createRoute({
  getParentRoute,
  path: '/visit',
  validateSearch: visitSearch,
  component: guarded('visits.write', VisitPage),
});
const sales = createRoute({
  getParentRoute,
  path: '/visits',
  validateSearch: salesSearch,
  component: guarded('visits.read', SalesPage),
});
const keptInShop = createRoute({ getParentRoute, path: '/visits/kept', component: guarded('visits.read', KeptInShopPage) });
const sale = createRoute({ getParentRoute, path: '/visits/$visitId', component: guarded('visits.read', SalePage) });
const saleReturn = createRoute({
  getParentRoute,
  path: '/visits/$visitId/return',
  component: guarded('visits.write', ReturnPage),
});
const orders = createRoute({
  getParentRoute,
  path: '/orders',
  validateSearch: ordersSearch,
  component: guarded('visits.read', OrdersPage),
});
const newOrder = createRoute({
  getParentRoute,
  path: '/orders/new',
  validateSearch: newOrderSearch,
  component: guarded('visits.write', NewOrderPage),
});
const order = createRoute({ getParentRoute, path: '/orders/$orderId', component: guarded('visits.read', OrderPage) });
const editOrder = createRoute({
  getParentRoute,
  path: '/orders/$orderId/edit',
  component: guarded('visits.write', EditOrderPage),
});
const appointments = createRoute({
  getParentRoute,
  path: '/appointments',
  validateSearch: diarySearch,
  component: guarded('appointments.read', AppointmentsPage),
});
const unconfirmed = createRoute({
  getParentRoute,
  path: '/appointments/unconfirmed',
  component: guarded('appointments.read', UnconfirmedPage),
});
const queue = createRoute({ getParentRoute, path: '/appointments/queue', component: guarded('appointments.read', QueuePage) });
const waitlist = createRoute({
  getParentRoute,
  path: '/appointments/waitlist',
  component: guarded('appointments.read', WaitlistPage),
});
const rosters = createRoute({ getParentRoute, path: '/settings/diary', component: guarded('staff.write', RostersPage) });
const ownSegments = createRoute({
  getParentRoute,
  path: '/segments/own',
  component: guarded('segments.read', OwnSegmentsPage),
});
const risk = createRoute({
  getParentRoute,
  path: '/segments/risk',
  component: guarded('segments.read', RiskPage),
});
const forecast = createRoute({
  getParentRoute,
  path: '/segments/forecast',
  component: guarded('segments.read', ForecastPage),
});
const movement = createRoute({
  getParentRoute,
  path: '/segments/movement',
  component: guarded('segments.read', MovementPage),
});
const segments = createRoute({
  getParentRoute,
  path: '/segments',
  validateSearch: segmentsSearch,
  component: guarded('segments.read', SegmentsPage),
});
const imports = createRoute({ getParentRoute, path: '/imports', component: guarded('imports.run', ImportsPage) });
const exportsRoute = createRoute({
  getParentRoute,
  path: '/exports',
  validateSearch: exportsSearch,
  component: guarded('exports.run', ExportsPage),
});
const backups = createRoute({ getParentRoute, path: '/backups', component: guarded('backups.create', BackupsPage) });
const staff = createRoute({ getParentRoute, path: '/settings/staff', component: guarded('staff.write', StaffPage) });
const commissions = createRoute({
  getParentRoute,
  path: '/settings/commissions',
  validateSearch: commissionsSearch,
  component: guarded('loyalty.adjust', CommissionsPage),
});
const commissionRules = createRoute({
  getParentRoute,
  path: '/settings/commissions/rules',
  component: guarded('staff.write', CommissionRulesPage),
});
const privacy = createRoute({ getParentRoute, path: '/settings/privacy', component: PrivacyPage });
const settings = createRoute({ getParentRoute, path: '/settings', component: guarded('settings.write', SettingsPage) });

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
    sales,
    keptInShop,
    sale,
    saleReturn,
    orders,
    newOrder,
    order,
    editOrder,
    appointments,
    unconfirmed,
    queue,
    waitlist,
    rosters,
    segments,
    ownSegments,
    risk,
    forecast,
    movement,
    imports,
    exportsRoute,
    backups,
    staff,
    commissions,
    commissionRules,
    settings,
    recordTypes,
    measures,
    tasks,
    openIncidents,
    stages,
    cardTypes,
    reminderRules,
    taskTemplates,
    topUpRules,
    memberCardBatches,
    rewards,
    gifts,
    sampleSets,
    stampCards,
    valueCardTypes,
    valueCards,
    unusualPoints,
    pointsFile,
    membershipPlans,
    paidMembers,
    advocates,
    referralConversion,
    couponTypes,
    discountCodes,
    opportunities,
    loyalty,
    tiers,
    earning,
    formTemplates,
    auditLog,
    privacy,
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
