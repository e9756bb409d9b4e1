/** What the permissions can and cannot do; stands beside the switches, so that nobody relies on more. */
export function PermissionLimits() {
  return (
    <details class="limits" open>
      <summary>What these permissions can do, and what they cannot</summary>
      <p>
        The API key is on this device. Whoever can use it can, with effort, take it out of the browser, and a filled
        password can be read in the page. So View, View password and Edit are controls against accident and curiosity,
        not against somebody determined.
      </p>
      <p>
        What does enforce them is a gateway in front of IT Glue: the API key stays on a server of yours, which decides
        per technician. Short of that, give each technician an API key of their own, without Password Access where it is
        not needed, and revoke it in IT Glue when they leave.
      </p>
      <p>
        Guesses at the passphrase are slowed down here, but not on a stolen copy of the profile: there only its length
        protects. Locking forgets the keys; no software can promise that memory is wiped.
      </p>
    </details>
  );
}
