using Microsoft.OpenApi;

namespace Jinbang.Web.Api;

/// <summary>Describes queries that pages and the JSON interface read alike.</summary>
internal static class ApiQuery
{
    /// <summary>Names what an endpoint reads from the query by itself.</summary>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder endpoint, IReadOnlyList<string> names) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Parameters =
        [
            .. names.Select(name => new OpenApiParameter { Name = name, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.String } }),
            .. operation.Parameters ?? [],
        ];
        return Task.CompletedTask;
    });
}
