import type { LoginCheck } from './login-check.ts';
import type { Site } from './site.ts';
import { contosoAdmin, contosoLogin } from './sites/contoso-login.ts';
import { devices } from './sites/devices.ts';
import { fabrikam } from './sites/fabrikam.ts';
import { portal } from './sites/portal.ts';
import { scheduler } from './sites/scheduler.ts';
import { welcome } from './sites/welcome.ts';

/** Every site of the demo. */
export const demoSites = (accepts: LoginCheck): readonly Site[] => [
  welcome,
  portal(accepts),
  contosoLogin(accepts),
  contosoAdmin,
  fabrikam(accepts),
  ...devices(accepts),
  scheduler(accepts),
];
