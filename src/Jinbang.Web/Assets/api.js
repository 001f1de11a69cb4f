// Shows the description of the JSON interface; nothing leaves this server.
"use strict";
Scalar.createApiReference("#api", {
  url: "/api/openapi.json",
  telemetry: false,
  withDefaultFonts: false,
  proxyUrl: "",
  showDeveloperTools: "never",
  hideClientButton: true,
  agent: { disabled: true },
  mcp: { disabled: true },
});
