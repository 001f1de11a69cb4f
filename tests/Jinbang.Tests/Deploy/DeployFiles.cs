using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jinbang.Tests.EndToEnd;
using Jinbang.Tests.House;

namespace Jinbang.Tests.Deploy;

/// <summary>What the files of deploy/ say.</summary>
internal static partial class DeployFiles
{
    public const string Program = "/jinbang/jinbang-cli.dll";

    public static string Folder { get; } = Path.Combine(Sources.Root, "deploy");

    /// <summary>The lines of the Dockerfile: instruction and the rest.</summary>
    public static IReadOnlyList<(string Instruction, string Arguments)> Image { get; } =
    [
        .. from line in File.ReadLines(Path.Combine(Folder, "Dockerfile"))
           where line.Length > 0 && line[0] != '#'
           let words = line.Split(' ', 2)
           select (words[0], words[1]),
    ];

    public static JsonNode Compose { get; } = YamlSchema.Documents(File.ReadAllText(Path.Combine(Folder, "compose.yaml"))).Single()!;

    /// <summary>Each document of Kubernetes' files, by its kind and name.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Kubernetes { get; } = Directory.EnumerateFiles(Path.Combine(Folder, "kubernetes"), "*.yaml")
        .SelectMany(file => YamlSchema.Documents(File.ReadAllText(file)))
        .ToDictionary(document => $"{document!["kind"]} {document["metadata"]?["name"]}", document => document!);

    /// <summary>What compose.yaml says of a service that runs Jinbang.</summary>
    public static IReadOnlyList<string> ComposeServices { get; } =
        [.. Compose["services"]!.AsObject().Where(service => Text(service.Value!["image"]) == "jinbang:local").Select(service => service.Key)];

    public static async Task<Container> InComposeAsync(string name)
    {
        var service = Compose["services"]![name]!;
        var variables = service["environment"]?.AsObject().Select(variable => variable.Key) ?? [];
        return new($"compose.yaml, {name}", await ArriveAsync(CommandOf(service)), [.. variables], service);
    }

    public static IReadOnlyList<Container> InKubernetes() =>
    [
        .. from document in Kubernetes.Values
           from container in document["spec"]?["template"]?["spec"]?["containers"]?.AsArray() ?? []
           let variables = container["env"]?.AsArray().Select(variable => Text(variable!["name"])).ToList() ?? []
           select new Container(
               $"{document["kind"]} {document["metadata"]!["name"]}",
               [.. Texts(container["args"]).Select(word => Reference().Replace(word, found => variables.Contains(found.Groups[1].Value) ? "10.0.0.1" : found.Value))],
               variables,
               container),
    ];

    /// <summary>A service's whole command, with the image's own beginning where it has none.</summary>
    public static IReadOnlyList<string> CommandOf(JsonNode service) =>
    [
        .. service["entrypoint"] is { } entry ? Texts(entry).Select(word => word.Replace("$$", "$", StringComparison.Ordinal)) : Entry(),
        .. Texts(service["command"]),
    ];

    public static string Text(JsonNode? node) => node!.ToString();

    public static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(Text);

    /// <summary>A folder to be put before PATH, where a program is a line of shell.</summary>
    public static void PutProgram(string folder, string name, string script)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static IEnumerable<string> Entry() => Texts(JsonNode.Parse(Image.Last(line => line.Instruction == "ENTRYPOINT").Arguments));

    /// <summary>What reaches the program, by a runtime that only says what it is told.</summary>
    private static async Task<IReadOnlyList<string>> ArriveAsync(IReadOnlyList<string> command)
    {
        var folder = Directory.CreateTempSubdirectory("jinbang-deploy-");
        try
        {
            PutProgram(folder.FullName, "dotnet", "printf '%s\\n' \"$@\"");
            PutProgram(folder.FullName, "hostname", "echo 10.0.0.1");
            // Through env, since a program is looked for in the starter's own PATH.
            using var process = Process.Start(new ProcessStartInfo("env", [$"PATH={folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}", .. command])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            string[] lines = (await Stranger.EndOf(process)).Expect(0).Output.TrimEnd('\n').Split('\n');
            Assert.Equal(Program, lines[0]);
            return lines[1..];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"\$\((\w+)\)")]
    private static partial Regex Reference();
}
