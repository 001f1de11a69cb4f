namespace Jinbang.Workspaces;

/// <summary>Why a run examines the models it does.</summary>
public enum Origin
{
    /// <summary>Somebody named them.</summary>
    Named,

    /// <summary>Nobody named any, but keys were found.</summary>
    Keys,

    /// <summary>Neither names nor keys: the models that run in this process.</summary>
    Local,
}
