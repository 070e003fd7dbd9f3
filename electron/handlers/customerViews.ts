import { AppError } from '../../shared/errors.ts';
import { customerViewId } from '../../shared/types/ids.ts';
import {
  deleteCustomerView,
  findCustomerView,
  findCustomerViewByName,
  findDefaultView,
  keepCustomerView,
  listCustomerViews,
  setDefaultView,
  setViewPosition,
} from '../store/customerViews.ts';
import type { HandlersOf } from './context.ts';

export const customerViewsHandlers: HandlersOf<'customerViews'> = {
  'customerViews.list': ({ database }) => ({ views: listCustomerViews(database) }),

  'customerViews.save': (context, { viewId, isDefault, ...fields }) => {
    const { database } = context;
    const holder = findCustomerViewByName(database, fields.name);
    if (holder !== undefined && holder !== viewId) throw new AppError('conflict', { reason: 'view_name_taken' });
    const id = viewId ?? customerViewId(context.newId());
    const before = findCustomerView(database, id);
    keepCustomerView(database, { id, ...fields }, context.now());
    if (isDefault === true) setDefaultView(database, id);
    else if (isDefault === false && before?.isDefault === true) setDefaultView(database, null);
    context.changed(['customerViews'], []);
    return { viewId: id, before };
  },

  'customerViews.remove': (context, { viewId }) => {
    const before = findCustomerView(context.database, viewId);
    if (before === null) throw new AppError('not_found', { what: 'customer_view' });
    deleteCustomerView(context.database, viewId);
    context.changed(['customerViews'], []);
    return { before };
  },

  'customerViews.setDefault': (context, { viewId }) => {
    const { database } = context;
    if (viewId !== null && findCustomerView(database, viewId) === null)
      throw new AppError('not_found', { what: 'customer_view' });
    const before = findDefaultView(database);
    setDefaultView(database, viewId);
    context.changed(['customerViews'], []);
    return { before };
  },

  'customerViews.arrange': (context, { viewIds }) => {
    const { database } = context;
    const rest = listCustomerViews(database).map(({ id }) => id);
    const order = [...new Set([...viewIds.filter((id) => rest.includes(id)), ...rest])];
    order.forEach((id, index) => {
      setViewPosition(database, id, index + 1);
    });
    context.changed(['customerViews'], []);
    return {};
  },
};
