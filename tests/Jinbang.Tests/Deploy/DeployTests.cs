using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jinbang.Cluster;
using Jinbang.Models;
using Jinbang.Simulator.Options;
using Jinbang.Tests.House;
using Jinbang.Web;
using static Jinbang.Tests.Deploy.DeployFiles;

namespace Jinbang.Tests.Deploy;

/// <summary>What the files of deploy/ name, exists, and they say the same.</summary>
public sealed partial class DeployTests
{
    [Fact]
    public async Task Every_option_is_one_that_the_program_takes()
    {
        foreach (var container in await AllAsync())
        {
            var (command, words) = CommandOf(container);

            Assert.True(command.Parse(words).Errors is [], $"{container.Name}: {string.Join(' ', container.Words)}");
        }
    }

    [Fact]
    public async Task Every_variable_is_one_of_which_help_or_guide_tell()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Sources.Root, "docs", "guide.md"), TestContext.Current.CancellationToken);
        foreach (var container in await AllAsync())
        {
            var help = await HelpAsync(container) + guide;

            Assert.All(container.Variables.Where(name => name.StartsWith("JINBANG_", StringComparison.Ordinal)), name => Assert.Matches($@"\b{name}\b", help));
        }
    }

    [Fact]
    public async Task Silos_are_told_the_same_in_compose_and_in_Kubernetes()
    {
        var (compose, kubernetes) = (await InComposeAsync("silo"), Silo());

        Assert.All((string[])["silo-port", "gateway-port", "health-port"], option => Assert.Equal(compose[option], kubernetes[option]));
        Assert.Equal(compose.Verb, kubernetes.Verb);
        Assert.Equal(TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(Number(Pod("StatefulSet jinbang-silo")["terminationGracePeriodSeconds"])));
        Assert.Equal("15m", Text(compose.Said["stop_grace_period"]));
        Assert.Equal(Text(compose.Said["scale"]), Text(Kubernetes["StatefulSet jinbang-silo"]["spec"]!["replicas"]));
        Assert.Equal((await InComposeAsync("site"))["port"], Ports(Site())["https"]);
    }

    [Fact]
    public void Ports_have_the_numbers_that_the_silo_is_told()
    {
        var silo = Silo();

        Assert.Equal(
            new Dictionary<string, string> { ["silo"] = silo["silo-port"]!, ["gateway"] = silo["gateway-port"]!, ["health"] = silo["health-port"]! },
            Ports(silo));
        Assert.Equal(Site()["port"], Ports(Site())["https"]);
    }

    [Theory]
    [InlineData("silo")]
    [InlineData("site")]
    public void Probes_services_and_policies_name_ports_that_the_container_has(string component)
    {
        var container = component == "silo" ? Silo() : Site();
        var service = Kubernetes[component == "silo" ? "Service jinbang-silos" : "Service jinbang-site"]["spec"]!;
        var policy = Kubernetes[component == "silo" ? "NetworkPolicy silos" : "NetworkPolicy site"]["spec"]!;
        IEnumerable<JsonNode?> probes = [container.Said["readinessProbe"], container.Said["livenessProbe"]];
        List<string> named =
        [
            .. probes.Select(probe => Text((probe!["httpGet"] ?? probe["tcpSocket"])!["port"])),
            .. service["ports"]!.AsArray().Select(port => Text(port!["targetPort"])),
            .. policy["ingress"]!.AsArray().SelectMany(way => way!["ports"]!.AsArray()).Select(port => Text(port!["port"])),
        ];

        Assert.Subset(Ports(container).Keys.ToHashSet(), named.ToHashSet());
        Assert.Equal(component, Text(service["selector"]!["app.kubernetes.io/component"]));
        Assert.Equal(component, Text(policy["podSelector"]!["matchLabels"]!["app.kubernetes.io/component"]));
    }

    [Fact]
    public void Only_silos_reach_the_ports_of_silos()
    {
        var ways = Kubernetes["NetworkPolicy silos"]["spec"]!["ingress"]!.AsArray();

        Assert.All(ways, way => Assert.Equal("silo", Text(way!["from"]!.AsArray().Single()!["podSelector"]!["matchLabels"]!["app.kubernetes.io/component"])));
        Assert.Null(Kubernetes["NetworkPolicy nobody"]["spec"]!["ingress"]);
    }

    [Fact]
    public void Every_secret_that_a_pod_reads_is_among_the_examples_with_all_that_is_read_of_it()
    {
        foreach (var (document, container) in ((string, Container)[])[("StatefulSet jinbang-silo", Silo()), ("Deployment jinbang-site", Site())])
        {
            foreach (var variable in container.Said["env"]?.AsArray().Select(variable => variable!["valueFrom"]!["secretKeyRef"]).OfType<JsonNode>() ?? [])
            {
                Assert.Contains(Text(variable["key"]), Examples(Text(variable["name"])));
            }

            var certificate = Text(Pod(document)["volumes"]!.AsArray().Single(volume => Text(volume!["name"]) == "certificate")!["secret"]!["secretName"]);
            var read = container.Words.Where(word => word.Contains("=/certificate/", StringComparison.Ordinal)).Select(word => word[(word.LastIndexOf('/') + 1)..]);
            Assert.Equal(Examples(certificate).Order(), read.Order());
        }
    }

    [Fact]
    public void Keys_of_the_example_are_those_of_providers()
    {
        var known = Catalogue.Load(null).Providers.Select(provider => provider.KeyVariable);

        Assert.All(Examples("jinbang-keys"), key => Assert.Contains(key, known));
    }

    [Fact]
    public void Every_file_of_the_image_is_in_the_repository_and_sent_to_its_build()
    {
        var sent = File.ReadLines(Path.Combine(Folder, "Dockerfile.dockerignore")).Where(line => line[0] == '!').Select(line => line[1..]).ToList();
        foreach (var source in Copied())
        {
            Assert.True(Path.Exists(Path.Combine(Sources.Root, source)), $"{source} is copied and does not exist.");
            Assert.Contains(sent, pattern => pattern == source || (pattern.EndsWith('*') && source.StartsWith(pattern[..^1], StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Whatever_the_projects_read_outside_their_folder_is_copied_into_the_image_s_build()
    {
        var copied = Copied().ToList();
        var read = from project in Directory.EnumerateFiles(Path.Combine(Sources.Root, "src"), "*.csproj", SearchOption.AllDirectories)
                   from Match found in Outside().Matches(File.ReadAllText(project))
                   select found.Groups[1].Value;

        Assert.NotEmpty(read);
        Assert.All(read, file => Assert.Contains(copied, source => file == source || file.StartsWith(source + "/", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_name_the_images_that_the_Dockerfile_makes_and_the_user_that_it_has()
    {
        var targets = Image.Where(line => line.Instruction == "FROM").Select(line => line.Arguments.Split(" AS ")[1]).ToList();
        var user = Image.Last(line => line.Instruction == "USER").Arguments.Split(':')[0];

        Assert.All(
            Compose["services"]!.AsObject().Select(service => service.Value!["build"]).OfType<JsonNode>(),
            build => Assert.True(targets.Contains(Text(build["target"])) && Text(build["dockerfile"]) == "deploy/Dockerfile"));
        Assert.All(InKubernetes(), container => Assert.Equal(Text(Kubernetes["Kustomization "]["images"]![0]!["name"]), Text(container.Said["image"])));
        Assert.All((string[])["StatefulSet jinbang-silo", "Deployment jinbang-site"], name => Assert.Equal(user, Text(Pod(name)["securityContext"]!["runAsUser"])));
        Assert.Contains($"jinbang={user} ", File.ReadAllText(Path.Combine(Folder, "prepare.sh")), StringComparison.Ordinal);
    }

    [Fact]
    public void Kustomize_takes_every_file_but_the_examples()
    {
        var taken = Texts(Kubernetes["Kustomization "]["resources"]).Append("kustomization.yaml").Append("secrets.example.yaml");

        Assert.Equal(taken.Order(), Directory.EnumerateFiles(Path.Combine(Folder, "kubernetes")).Select(Path.GetFileName).Order());
    }

    private static async Task<IReadOnlyList<Container>> AllAsync() => [.. await Task.WhenAll(ComposeServices.Select(InComposeAsync)), .. InKubernetes()];

    private static Container Silo() => InKubernetes().Single(container => container.Verb == "cluster");

    private static Container Site() => InKubernetes().Single(container => container.Verb == "serve");

    private static JsonNode Pod(string document) => Kubernetes[document]["spec"]!["template"]!["spec"]!;

    private static Dictionary<string, string> Ports(Container container) =>
        container.Said["ports"]!.AsArray().ToDictionary(port => Text(port!["name"]), port => Text(port!["containerPort"]));

    private static IEnumerable<string> Examples(string secret) => Kubernetes[$"Secret {secret}"]["stringData"]!.AsObject().Select(entry => entry.Key);

    private static double Number(JsonNode? node) => (double)node!.GetValue<decimal>();

    /// <summary>The command line of the program behind a verb, and what it is given.</summary>
    private static (RootCommand Command, IReadOnlyList<string> Words) CommandOf(Container container)
    {
        RootCommand command = container.Verb switch
        {
            "cluster" => new ClusterCommand(TextWriter.Null, TextWriter.Null, TimeProvider.System),
            "serve" => new ServeCommand(null, TextWriter.Null, TextWriter.Null, TimeProvider.System),
            "simulate" => new SimulatorCommand(TextWriter.Null, TextWriter.Null, TimeProvider.System),
            _ => throw new InvalidOperationException($"{container.Name} runs '{container.Verb}'."),
        };
        return (command, [.. container.Words.Skip(1)]);
    }

    private static async Task<string> HelpAsync(Container container)
    {
        using var help = new StringWriter();
        var (command, words) = CommandOf(container);
        await command.Parse([.. words.TakeWhile(word => word[0] != '-'), "--help"]).InvokeAsync(new() { Output = help });
        return help.ToString();
    }

    /// <summary>What the Dockerfile copies from the repository.</summary>
    private static IEnumerable<string> Copied() => Image
        .Where(line => line.Instruction == "COPY" && !line.Arguments.StartsWith("--from", StringComparison.Ordinal))
        .SelectMany(line => line.Arguments.Split(' ')[..^1]);

    [GeneratedRegex("Include=\"\\.\\./\\.\\./([^\"]+)\"")]
    private static partial Regex Outside();
}
