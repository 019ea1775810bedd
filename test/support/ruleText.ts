// A file of rules whose signs are in every log that `generateLarge` makes.

export const ruleText = `version: 1
rules:
  - id: busy-array
    title: The array is busy
    match: { exception: VolumeNotCreated }
    sample: "VolumeNotCreated: Volume 01f1e907 did not finish being created"
    severity: warning
    summary: The array needs ten minutes for a volume.
  - id: claimed
    title: A claim
    match: { logger: nova.compute.claims, message: "Claim successful on node %(node)s" }
    sample: Claim successful on node cmp01
    severity: information
    summary: The host took it.
  - id: shown
    title: Somebody asked for it
    match: { message: "Acquired lock \\"refresh_cache-%(instance)s\\"" }
    sample: Acquired lock "refresh_cache-5f5e3a7c-3c1e-4b6c-9a7e-2d4f0c7f5a11"
    severity: information
    summary: Its network was looked at.
`;
