// Shows the description of the JSON interface; nothing leaves this server.
"use strict";
// The site's theme where the reader chose one, else the browser's.
const { theme } = document.documentElement.dataset;
Scalar.createApiReference("#api", {
  url: "/api/openapi.json",
  telemetry: false,
  withDefaultFonts: false,
  proxyUrl: "",
  showDeveloperTools: "never",
  hideClientButton: true,
  hideModels: true,
  ...(theme && { forceDarkModeState: theme, hideDarkModeToggle: true }),
  agent: { disabled: true },
  mcp: { disabled: true },
});
