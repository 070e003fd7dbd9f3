import { createContext, useContext, type ReactNode } from 'react';
import { usePointsFile, type PointsFile } from './usePointsFile.ts';

const Context = createContext<PointsFile | null>(null);

/** The file of points under way, wherever in the window it is looked at. */
export const usePointsFileJobs = (): PointsFile => {
  const file = useContext(Context);
  if (file === null) throw new Error('the page of points by file stands outside PointsFileJobs');
  return file;
};

/** Keeps points by file going while somebody looks at other pages; how it ended is told in a toast with the way back. */
export const PointsFileJobs = ({ children }: { readonly children: ReactNode }) => (
  <Context.Provider value={usePointsFile()}>{children}</Context.Provider>
);
