// Nothing is kept in the browser, and nothing is sent to anybody but this server.
SwaggerUIBundle({
  url: 'openapi',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  persistAuthorization: false,
  validatorUrl: null,
});
