using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Jinbang.Exams;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Jinbang.Tests.House;

/// <summary>Which room may know which.</summary>
public sealed class RoomTests
{
    private static readonly Architecture Library = new ArchLoader().LoadAssemblies(typeof(Exam).Assembly).Build();

    [Theory]
    [InlineData("Exams", "Models|Grading|Statistics|Runs|Boards|Workspaces")]
    [InlineData("Models", "Exams|Grading|Statistics|Runs|Boards|Workspaces")]
    [InlineData("Statistics", "Exams|Models|Grading|Runs|Boards|Workspaces")]
    [InlineData("Grading", "Runs|Boards|Workspaces")]
    [InlineData("Runs", "Boards|Workspaces")]
    [InlineData("Boards", "Runs|Workspaces")]
    public void A_room_looks_inward(string room, string unknown)
    {
        var rule = Types().That().ResideInNamespaceMatching($@"^Jinbang\.{room}(\..*)?$")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^Jinbang\.({unknown})(\..*)?$"))
            .WithoutRequiringPositiveResults();

        Assert.True(rule.HasNoViolations(Library), string.Join('\n', rule.Evaluate(Library).Where(result => !result.Passed).Select(result => result.Description)));
    }

    [Theory]
    [InlineData("Spectre.Console")]
    [InlineData("System.CommandLine")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Microsoft.Extensions.DependencyInjection")]
    public void The_library_has_no_console_no_web_server_and_no_container(string foreign) => Assert.DoesNotContain(
        typeof(Exam).Assembly.GetReferencedAssemblies(), assembly => assembly.Name!.StartsWith(foreign, StringComparison.Ordinal));
}
