import { AppShell } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { ClockLine } from './ClockLine.tsx';
import { ImportJobs } from '../features/imports/ImportJobs.tsx';
import { PointsFileJobs } from '../features/pointsFiles/PointsFileJobs.tsx';
import { Header } from './Header.tsx';
import { KeySheet } from './KeySheet.tsx';
import { Menu } from './Menu.tsx';
import { layersId } from './theme.ts';
import classes from './Shell.module.css';
import { useScannedCodes } from './useScannedCodes.ts';
import { useGlobalKeys } from './useGlobalKeys.ts';

/** The one frame round every page. A page fills it exactly and scrolls inside itself. */
export const Shell = () => {
  const [keysShown, setKeysShown] = useState(false);
  useScannedCodes();
  useGlobalKeys(
    useCallback(() => {
      setKeysShown(true);
    }, []),
  );
  return (
    <AppShell
      header={{ height: 'var(--regulars-header-height)' }}
      navbar={{ width: 'var(--regulars-menu-width)', breakpoint: 0 }}
      padding={0}
      transitionDuration={0}
    >
      <AppShell.Header className={classes['header']}>
        <Header />
      </AppShell.Header>
      <AppShell.Navbar className={classes['menu']}>
        <Menu />
      </AppShell.Navbar>
      <AppShell.Main h="100dvh" className={classes['main']}>
        <ClockLine />
        <div className={classes['page']}>
          <ImportJobs>
            <PointsFileJobs>
              <Outlet />
            </PointsFileJobs>
          </ImportJobs>
        </div>
        <div id={layersId} />
      </AppShell.Main>
      <KeySheet
        isOpen={keysShown}
        onClose={() => {
          setKeysShown(false);
        }}
      />
    </AppShell>
  );
};
