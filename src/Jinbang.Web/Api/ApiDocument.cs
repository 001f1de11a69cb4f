using Jinbang.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Jinbang.Web.Api;

/// <summary>The description of the JSON interface.</summary>
internal static class ApiDocument
{
    private const string Cookie = "session";

    /// <summary>Adds it.</summary>
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Jinbang",
                Version = typeof(ApiDocument).Assembly.GetName().Version?.ToString(3),
                Description = "Everything that [the pages](/) show and do. Without a session only what is public is told. Sign in at /api/sign-in with a name and a password; "
                    + "the answer's cookie is the session. Bodies are application/json. Errors are problem details (RFC 9457) in the language asked for with Accept-Language.",
            };
            document.Servers = [];
            // Each operation names its feature; the classes that map them are nothing to readers.
            var features = document.Paths.Values.SelectMany(path => path.Operations ?? []).SelectMany(operation => operation.Value.Tags ?? new HashSet<OpenApiTagReference>()).Select(tag => tag.Name).ToHashSet();
            document.Tags = document.Tags?.Where(tag => features.Contains(tag.Name)).DistinctBy(tag => tag.Name).ToHashSet();
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Cookie] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Sessions.CookieName };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        // /api/exams/{exam} belongs to Exams.
        var feature = context.Description.RelativePath?.Split('/', '?').ElementAtOrDefault(1) ?? "";
        var name = feature.Length > 0 ? char.ToUpperInvariant(feature[0]) + feature[1..] : "Jinbang";
        context.Document?.Tags?.Add(new OpenApiTag { Name = name });
        operation.Tags = new HashSet<OpenApiTagReference> { new(name, context.Document) };
        operation.Responses ??= [];
        operation.Responses.TryAdd("default", new OpenApiResponse
        {
            Description = "What went wrong.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() },
        });
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Cookie, context.Document)] = [] }];
        }
    }
}
