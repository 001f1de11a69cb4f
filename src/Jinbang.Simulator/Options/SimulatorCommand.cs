using System.CommandLine;
using Jinbang.Simulator.Batches;
using Jinbang.Simulator.Faults;
using Jinbang.Simulator.Houses;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Simulator.Options;

/// <summary>The command line.</summary>
internal sealed class SimulatorCommand : RootCommand
{
    private const int WrongOptions = 2;

    private readonly TextWriter output;
    private readonly TextWriter error;
    private readonly TimeProvider time;

    private readonly Option<int> port = new("--port") { Description = "Port on 127.0.0.1; 0 picks a free one." };
    private readonly Option<string[]> exams = new("--exam") { Description = "Exam file whose questions the models know; may be repeated." };
    private readonly Option<string[]> models = new("--model") { Description = "NAME[:ABILITY], ability from 0 to 1; may be repeated." };
    private readonly Option<string> latency = new("--latency")
    {
        Description = "0, 50ms, uniform:100ms..2s or lognormal:median=1s,sigma=0.5.",
        DefaultValueFactory = _ => "0",
    };

    private readonly Option<int> seed = new("--seed") { Description = "Decides everything left to chance." };
    private readonly Option<string[]> faults = new("--faults")
    {
        Description = "FAULT=SHARE,… for all models, or a .json script; may be repeated.",
    };

    private readonly Option<string[]> faultsFor = new("--faults-for")
    {
        Description = "MODEL=FAULT=SHARE,… for one model instead of --faults; may be repeated.",
    };

    private readonly Option<double> vague = new("--vague")
    {
        Description = "Share of answers, 0 to 1, that name an option by its beginning alone, which takes a judge to read.",
    };

    private readonly LimitOptions limits = new();
    private readonly Option<string?> keyVariable = new("--key-variable")
    {
        Description = "Environment variable that holds the key to ask for; any key will do when left out.",
    };

    private readonly Option<int> verbosity = new("--verbosity") { Description = "Tokens of filler before each answer." };
    private readonly Option<int> think = new("--think") { Description = "Tokens of thinking before each reply." };
    private readonly Option<string> batchTime = new("--batch-time") { Description = "How long batches take, such as 30s.", DefaultValueFactory = _ => "0" };
    private readonly Option<double> batchExpiry = new("--batch-expiry") { Description = "Share of requests in batches, 0 to 1, that expire unanswered." };
    private readonly Option<int> batchRefused = new("--batch-refused") { Description = "How many batches are refused (429) before the first is taken." };
    private readonly Option<bool> quiet = new("--quiet")
    {
        Description = "Say nothing about requests; false writes a line for each to standard error.",
        DefaultValueFactory = _ => true,
    };

    public SimulatorCommand(TextWriter output, TextWriter error, TimeProvider time)
        : base("A stand-in for providers of language models, each in its own dialect, on 127.0.0.1, with simulated replies.")
    {
        (this.output, this.error, this.time) = (output, error, time);
        Option[] all = [port, exams, models, latency, seed, faults, faultsFor, vague, .. limits.All, keyVariable, verbosity, think, batchTime, batchExpiry, batchRefused, quiet];
        Array.ForEach(all, Options.Add);
        SetAction(ServeAsync);
    }

    /// <summary>Serves until interrupted.</summary>
    /// <returns>0; 2 when an option is wrong.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var parsed = Parse(args);
        foreach (var problem in parsed.Errors)
        {
            error.WriteLine(problem.Message);
        }

        return parsed.Errors.Count > 0
            ? WrongOptions
            : await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
    }

    private async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            await using var provider = await SimulatedProvider.StartAsync(Chosen(parsed), time, cancellationToken);
            TellHouses(provider);
            output.WriteLine($"listening on {provider.Endpoint}");
            output.Flush();
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            return 0;
        }
        catch (BadInputException problem)
        {
            error.WriteLine(problem.Problem.In(Languages.Spoken(Environment.GetEnvironmentVariable)));
            return WrongOptions;
        }
    }

    private void TellHouses(SimulatedProvider provider)
    {
        var language = Languages.Spoken(Environment.GetEnvironmentVariable);
        error.WriteLine(new Phrase("It also plays these houses, each in its own dialect:", "它还模拟以下机构，各用各的接口：").In(language));
        foreach (var house in SimulatedHouse.All)
        {
            error.WriteLine($"  {house.Name,-18}{provider.EndpointOf(house.Name)}  {house.Title}");
        }
    }

    private SimulatorOptions Chosen(ParseResult parsed)
    {
        var specs = parsed.GetValue(faults) ?? [];
        var scripts = specs.Where(IsScript);
        return new SimulatorOptions
        {
            Port = InRange(parsed, port, 0, 65535),
            Sheet = ExamFiles.Read(parsed.GetValue(exams) ?? []),
            Models = ModelChoice.Of(parsed.GetValue(models) ?? [], parsed.GetValue(faultsFor) ?? []),
            Latency = Latency.Parse(parsed.GetRequiredValue(latency)),
            Seed = parsed.GetValue(seed),
            Faults = string.Join(',', specs.Where(spec => !IsScript(spec))) is { Length: > 0 } shares ? FaultShare.ParseAll(shares) : [],
            Script = [.. scripts.SelectMany(ScriptFile.Read)],
            RateLimit = limits.Chosen(parsed),
            Key = parsed.GetValue(keyVariable) is { } name ? Key(name) : null,
            Vague = Share(parsed, vague),
            Verbosity = InRange(parsed, verbosity, 0, 100_000),
            Thinking = InRange(parsed, think, 0, 100_000),
            Batches = new BatchHabits
            {
                Time = Duration.Parse(parsed.GetRequiredValue(batchTime)) ?? throw new BadInputException(new(
                    "--batch-time: give a time such as 500ms, 30s or 10m.", "--batch-time：请给出 500ms、30s、10m 这样的时长。")),
                Expiring = Share(parsed, batchExpiry),
                Refused = InRange(parsed, batchRefused, 0, 1000),
            },
            Log = parsed.GetValue(quiet) ? null : TextWriter.Synchronized(error),
        };
    }

    private static bool IsScript(string spec) => spec.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || File.Exists(spec);

    private static double Share(ParseResult parsed, Option<double> option) =>
        parsed.GetValue(option) is >= 0 and <= 1 and var share ? share : throw new BadInputException(new(
            $"{option.Name}: give a share from 0 to 1.", $"{option.Name}：请给出 0 到 1 的占比。"));

    private static int InRange(ParseResult parsed, Option<int> option, int least, int most) =>
        InRange(option.Name, parsed.GetValue(option), least, most);

    private static int InRange(string name, int number, int least, int most) =>
        number >= least && number <= most ? number : throw new BadInputException(new(
            $"{name} {number}: give a whole number from {least} to {most}.",
            $"{name} {number}：请给出 {least} 到 {most} 的整数。"));

    private static string Key(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } key ? key : throw new BadInputException(new(
            $"--key-variable {variable}: there is no such environment variable, or it is empty; set it to the key to ask for.",
            $"--key-variable {variable}：没有这个环境变量或其值为空；请把它设为要求的密钥。"));
}
