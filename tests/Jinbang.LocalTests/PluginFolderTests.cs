using System.Runtime.Loader;
using Jinbang.Models;

namespace Jinbang.LocalTests;

public sealed class PluginFolderTests
{
    [Theory]
    [InlineData("embedded", "Jinbang.Embedded")]
    [InlineData("gguf", "Jinbang.Gguf")]
    public void A_plugin_lives_in_a_context_of_its_own_and_shares_the_library_with_its_host(string scheme, string assembly)
    {
        var plugin = Local.Plugins.Load(scheme);

        Assert.Equal(scheme, plugin.Scheme);
        var context = AssemblyLoadContext.GetLoadContext(plugin.GetType().Assembly)!;
        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.Contains(context.Assemblies, loaded => loaded.GetName().Name == assembly);
        Assert.DoesNotContain(context.Assemblies, loaded => loaded.GetName().Name is "Jinbang" or "Microsoft.Extensions.AI.Abstractions");
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, loaded => loaded.GetName().Name == assembly);
        Assert.Same(plugin, Local.Plugins.Load(scheme));
    }

    [Fact]
    public void The_embedded_plugin_lists_what_it_brings_by_names_that_open()
    {
        foreach (var model in Local.Plugins.Load("embedded").Known)
        {
            using var examinee = Local.Plugins.Open($"embedded:{model.Id}", Local.Settings);
            Assert.Equal(model, examinee.Model);
        }
    }

    [Fact]
    public void A_missing_plugin_is_an_error_that_says_how_to_get_it()
    {
        var folder = Path.Combine(Path.GetTempPath(), "no plugins here");

        var error = Assert.Throws<BadInputException>(() => new PluginFolder(folder).Open("embedded:minilm", Local.Settings));

        var command = $"dotnet publish src/Jinbang.Embedded -o \"{Path.Combine(folder, "Jinbang.Embedded")}\"";
        Assert.EndsWith(command, error.Problem.English, StringComparison.Ordinal);
        Assert.EndsWith(command, error.Problem.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_plugin_is_an_error_that_names_it()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "Jinbang.Gguf")).FullName, "Jinbang.Gguf.dll");
        File.WriteAllText(file, "no assembly");

        var error = Assert.Throws<BadInputException>(() => new PluginFolder(folder).Load("gguf"));

        Assert.Contains(file, error.Problem.English, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("embedded:minilm", true)]
    [InlineData("gguf:/models/a:b.gguf", true)]
    [InlineData("deepseek-chat", false)]
    [InlineData("", false)]
    public void Specifiers_of_local_models_are_told_from_others(string specifier, bool serves)
    {
        Assert.Equal(serves, PluginFolder.Serves(specifier));
        if (!serves)
        {
            Assert.Throws<BadInputException>(() => Local.Plugins.Open(specifier, Local.Settings));
        }
    }
}
