using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jinbang.Tests.House;

/// <summary>The repository's own C# files, parsed.</summary>
internal static class Sources
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Each product file, by its path from the root, with its tree.</summary>
    public static IReadOnlyDictionary<string, CompilationUnitSyntax> Product { get; } = Parse("src");

    /// <summary>Each file of tests and benchmarks.</summary>
    public static IReadOnlyDictionary<string, CompilationUnitSyntax> Tests { get; } = Parse("tests", "bench");

    private static Dictionary<string, CompilationUnitSyntax> Parse(params string[] folders) => folders
        .Select(folder => Path.Combine(Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
        .ToDictionary(file => file, file => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Root, file))).GetCompilationUnitRoot());

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Jinbang.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
