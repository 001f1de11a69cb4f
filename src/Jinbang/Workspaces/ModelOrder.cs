namespace Jinbang.Workspaces;

/// <summary>In what order models are listed.</summary>
public enum ModelOrder
{
    /// <summary>As the catalogue has them.</summary>
    Catalogue,

    /// <summary>By their names.</summary>
    Name,

    /// <summary>By who made them, then by their names.</summary>
    House,

    /// <summary>The cheapest replies first.</summary>
    Price,

    /// <summary>The longest context first.</summary>
    Context,

    /// <summary>The largest first.</summary>
    Size,

    /// <summary>The newest first.</summary>
    Released,
}
