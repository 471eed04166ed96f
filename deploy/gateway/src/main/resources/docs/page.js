// A file of its own, because the page's content security policy allows no inline script.
window.addEventListener("load", () => {
  const page = SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#api",
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: true,
    validatorUrl: null,
    oauth2RedirectUrl: `${window.location.origin}/docs/oauth2-redirect.html`,
  });
  page.initOAuth({ clientId: "skyholm-docs", scopes: "openid", usePkceWithAuthorizationCodeGrant: true });
});
