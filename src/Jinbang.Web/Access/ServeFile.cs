using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Web.Access;

/// <summary>What the workspace's <c>serve.yaml</c> says of the site.</summary>
/// <param name="Oidc">Who says who somebody is, besides the users file; null for nobody.</param>
internal sealed record ServeFile(OidcSettings? Oidc)
{
    private const string Name = "serve.yaml";

    /// <summary>Reads it; an absent one says nothing.</summary>
    /// <exception cref="BadInputException">It, or a secrets file, cannot be used.</exception>
    public static ServeFile Read(string folder)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
        {
            return new ServeFile(Oidc: null);
        }

        using var text = File.OpenText(file);
        var secrets = Secrets.Read(Surroundings.Variables(), WorkspaceFile.Read(folder).KeyFiles);
        return new ServeFile(YamlMap.Parse(text, file, "oidc") is { } map ? OidcSettings.Read(map, secrets.Find) : null);
    }
}
