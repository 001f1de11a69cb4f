using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jinbang.Tests.House;

/// <summary>The form of the code: what a reader may rely on in every file.</summary>
public sealed class FormTests
{
    private static readonly string[] EmptyNames = ["Manager", "Helper", "Helpers", "Service", "Util", "Utils", "Processor", "Impl"];

    [Fact]
    public void A_method_has_at_most_forty_lines()
    {
        var long_ = from file in Sources.Product
                    from method in file.Value.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
                    let span = method.GetLocation().GetLineSpan()
                    let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
                    where lines > 40
                    select $"{file.Key}:{span.StartLinePosition.Line + 1} has {lines} lines";

        Assert.Empty(long_);
    }

    [Fact]
    public void Files_are_short()
    {
        var lines = Sources.Product.Keys
            .Where(file => !file.EndsWith("Program.cs", StringComparison.Ordinal))
            .Select(file => File.ReadLines(Path.Combine(Sources.Root, file)).Count()).Order().ToList();

        Assert.True(lines[lines.Count / 2] <= 60, $"The median file has {lines[lines.Count / 2]} lines.");
        Assert.True(lines[lines.Count * 95 / 100] <= 250, $"One file in twenty has more than {lines[lines.Count * 95 / 100]} lines.");
    }

    [Fact]
    public void A_file_holds_one_type_and_is_named_after_it()
    {
        var wrong = from file in Sources.Product
                    let types = Types(file.Value).ToList()
                    where types.Count > 1 || (types.Count == 1 && types[0] != Path.GetFileNameWithoutExtension(file.Key))
                    select $"{file.Key} holds {string.Join(", ", types)}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var wrong = from file in Sources.Product
                    from space in file.Value.Members.OfType<BaseNamespaceDeclarationSyntax>()
                    let folder = Path.GetDirectoryName(file.Key)!["src/".Length..].Replace('/', '.')
                    where space.Name.ToString() != folder
                    select $"{file.Key} is in {space.Name}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_type_s_name_says_what_it_is()
    {
        var wrong = from file in Sources.Product.Concat(Sources.Tests)
                    from type in Types(file.Value)
                    where EmptyNames.Any(ending => type.EndsWith(ending, StringComparison.Ordinal))
                    select $"{file.Key}: {type}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_cancellation_token_is_required_and_last()
    {
        var wrong = from file in Sources.Product
                    from list in file.Value.DescendantNodes().OfType<ParameterListSyntax>()
                    let at = list.Parameters.IndexOf(parameter => parameter.Type?.ToString() == "CancellationToken")
                    where at >= 0
                    where list.Parent is MethodDeclarationSyntax method && !IsForeign(method)
                    where list.Parameters.Count(parameter => parameter.Type?.ToString() == "CancellationToken") == 1
                        && (at < list.Parameters.Count - 1 || list.Parameters[at].Default is not null)
                    select $"{file.Key}:{list.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Warnings_are_not_suppressed_in_code()
    {
        var wrong = from file in Sources.Product
                    from line in File.ReadLines(Path.Combine(Sources.Root, file.Key))
                    where line.Contains("#pragma warning", StringComparison.Ordinal) || line.Contains("SuppressMessage", StringComparison.Ordinal)
                    select $"{file.Key}: {line.Trim()}";

        Assert.Empty(wrong);
    }

    /// <summary>An override or an interface's method has the form that someone else chose.</summary>
    private static bool IsForeign(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(modifier => modifier.Text == "override")
        || method.ExplicitInterfaceSpecifier is not null
        || method.Parent is ClassDeclarationSyntax { BaseList: not null } && method.Modifiers.Any(modifier => modifier.Text == "public")
            && method.ParameterList.Parameters.Any(parameter => parameter.Default is not null);

    private static IEnumerable<string> Types(CompilationUnitSyntax unit) => unit.DescendantNodes()
        .OfType<BaseTypeDeclarationSyntax>()
        .Where(type => type.Parent is not BaseTypeDeclarationSyntax)
        .Select(type => type.Identifier.Text);
}
