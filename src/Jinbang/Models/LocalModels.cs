namespace Jinbang.Models;

/// <summary>
/// Models that run in this process. A plug-in brings them: an assembly whose only public child of this class
/// has a public constructor without parameters.
/// </summary>
public abstract class LocalModels
{
    /// <summary>What stands before the colon of a specifier: the gguf of <c>gguf:model.gguf</c>.</summary>
    public abstract string Scheme { get; }

    /// <summary>The models whose weights the plug-in brings itself; each <see cref="Model.Id"/> is a name to open.</summary>
    public abstract IReadOnlyList<Model> Known { get; }

    /// <summary>Makes a model ready to be asked.</summary>
    /// <param name="name">What stands after the colon of a specifier.</param>
    /// <param name="settings">How to run it.</param>
    /// <exception cref="BadInputException">There is no such model, or its file cannot be used.</exception>
    public abstract Examinee Open(string name, LocalSettings settings);
}
