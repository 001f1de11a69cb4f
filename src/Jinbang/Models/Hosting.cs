namespace Jinbang.Models;

/// <summary>Names that tell who serves a model, such as Qwen3-32B@siliconflow: of one model there may be several hosts.</summary>
public static class Hosting
{
    /// <summary>The name with the host behind it, once.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="provider">A provider's name, or an endpoint's address; empty for nobody.</param>
    public static string NameAt(string model, string provider)
    {
        var host = $"@{HostOf(provider)}";
        return provider.Length == 0 || model.EndsWith(host, StringComparison.OrdinalIgnoreCase) ? model : model + host;
    }

    /// <summary>The provider's name; of an address its host and port alone, since the rest could be secret.</summary>
    public static string HostOf(string provider) =>
        provider.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(provider, UriKind.Absolute, out var address) ? address.Authority : provider;

    /// <summary>The parts of a name that may tell who serves the model; null when there are none.</summary>
    public static (string Model, string Host)? Split(string name) =>
        name.LastIndexOf('@') is > 0 and var at && at < name.Length - 1 ? (name[..at], name[(at + 1)..]) : null;
}
