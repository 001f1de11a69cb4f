using System.Globalization;
using Jinbang.Runs.Ledgers.Checkups;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>What the doctor found, for the terminal: a table of what the ledger holds, and sentences.</summary>
internal static class DoctorReport
{
    public static IRenderable Of(DoctorSummary summary, Language language)
    {
        var remarks = Remarks(summary).Select(remark => new Text(Boards.Plain.Text(remark.In(language))));
        return summary.Checkup.Sittings.Count == 0 ? new Rows(remarks) : new Rows([Table(summary.Checkup, language), .. remarks]);
    }

    private static Table Table(LedgerCheckup checkup, Language language)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumns(new Phrase("Exam", "题库").In(language), new Phrase("Model", "大模型").In(language));
        foreach (var heading in Numbers)
        {
            table.AddColumn(new TableColumn(heading.In(language)).RightAligned());
        }

        foreach (var sitting in checkup.Sittings)
        {
            table.AddRow(
                Cell.Of(sitting.Exam), Cell.Of(sitting.Model), Cell.Of(sitting.Replied), Cell.Of(sitting.Refused), Cell.Of(sitting.CutOff),
                Cell.Of(sitting.Failed), Cell.Of(sitting.Judgements), Yuan(sitting.Spent), Yuan(sitting.Lost), Yuan(sitting.Outstanding));
        }

        return table;
    }

    private static Phrase[] Numbers =>
    [
        new("Replied", "有回复"), new("Withheld", "拒答"), new("Cut off", "截断"), new("Failed", "失败"), new("Judgements", "评判"),
        new("Spent ¥", "已花费（元）"), new("Lost ¥", "可能白花（元）"), new("Open ¥", "未结（元）"),
    ];

    private static Text Yuan(decimal yuan) => new(yuan.ToString("0.00##", CultureInfo.InvariantCulture));

    private static IEnumerable<Phrase> Remarks(DoctorSummary summary) =>
        [About(summary.Checkup), .. OnLog(summary.Checkup.Log), .. OnContents(summary.Checkup), .. OnMoney(summary), .. OnBatches(summary.Checkup), .. OnUse(summary), End(summary)];

    private static Phrase About(LedgerCheckup checkup)
    {
        var free = checkup.FreeBytes is { } bytes ? Size(bytes) : "?";
        var version = checkup.Version?.ToString(CultureInfo.InvariantCulture) ?? "?";
        if (checkup.IsOnServer)
        {
            return new(
                $"{checkup.Path}: {Size(checkup.Bytes)}, version {version}. Every row was read. Whether the server's files are whole pg_amcheck tells, and room on its disk the server.",
                $"{checkup.Path}：{Size(checkup.Bytes)}，版本 {version}。已逐行读过；服务器文件是否完好请用 pg_amcheck 检查，磁盘余量请看服务器。");
        }

        return new(
            $"{checkup.Path}: {Size(checkup.Bytes)}, version {version}; {free} free on its disk.",
            $"{checkup.Path}：{Size(checkup.Bytes)}，版本 {version}；所在磁盘剩余 {free}。");
    }

    private static IEnumerable<Phrase> OnLog(WriteAheadLog log)
    {
        if (log.TornBytes > 0)
        {
            yield return log.IsDamaged
                ? new(
                    $"The write-ahead log is broken in its middle: {Size(log.TornBytes)} behind {log.Commits} commits cannot be used.",
                    $"预写日志中间损坏：{log.Commits} 次提交之后的 {Size(log.TornBytes)} 无法使用。")
                : new(
                    $"The write-ahead log ends in a write that was cut off ({Size(log.TornBytes)}). That is harmless: nothing of it had counted as recorded.",
                    $"预写日志末尾有一次未完成的写入（{Size(log.TornBytes)}）。无妨：其中内容从未算作已保存。");
        }
    }

    private static IEnumerable<Phrase> OnContents(LedgerCheckup checkup)
    {
        foreach (var damage in checkup.Damage)
        {
            yield return new($"Damaged: {damage}", $"损坏：{damage}");
        }

        if (checkup.Senseless > 0)
        {
            yield return new(
                $"{checkup.Senseless} rows make no sense, the first is {checkup.FirstSenseless}.",
                $"有 {checkup.Senseless} 行内容无法理解，首个为 {checkup.FirstSenseless}。");
        }

        if (checkup.Duplicates > 0)
        {
            yield return new($"{checkup.Duplicates} attempts are recorded twice.", $"有 {checkup.Duplicates} 次作答重复记录。");
        }

        if (checkup.WithoutSitting > 0)
        {
            yield return new(
                $"{checkup.WithoutSitting} attempts belong to no sitting; the next run of their model on their exam takes them up again.",
                $"有 {checkup.WithoutSitting} 次作答不属于任何考试记录；下次用同一模型考同一题库时会重新采用。");
        }
    }

    private static IEnumerable<Phrase> OnMoney(DoctorSummary summary)
    {
        var (lost, open) = (summary.Checkup.Sittings.Sum(sitting => sitting.Lost), summary.Checkup.Sittings.Sum(sitting => sitting.Outstanding));
        if (lost > 0)
        {
            yield return new(
                $"Lost: up to ¥{lost:0.00##} may have been billed for calls that brought no reply; they count against budgets.",
                $"可能白花：没有回复的调用最多可能已被计费 {lost:0.00##} 元，计入预算。");
        }

        if (open > 0 && !summary.IsInUse)
        {
            yield return new(
                $"Open: ¥{open:0.00##} were set aside for calls whose end is unknown (the program was killed); they count as spent.",
                $"未结：有 {open:0.00##} 元为结果未知的调用预留（程序曾被强行终止），按已花费计算。");
        }
    }

    private static IEnumerable<Phrase> OnBatches(LedgerCheckup checkup)
    {
        if (checkup.OpenBatches > 0)
        {
            yield return new(
                $"At providers: {checkup.OpenBatches} batches whose results are not here yet, with ¥{checkup.InBatches:0.00##} set aside; `jinbang run --batch` takes them.",
                $"服务商处：有 {checkup.OpenBatches} 个批次尚未取回结果，预留 {checkup.InBatches:0.00##} 元；运行 `jinbang run --batch` 可取回。");
        }
    }

    private static IEnumerable<Phrase> OnUse(DoctorSummary summary)
    {
        if (summary.IsInUse)
        {
            yield return new("A run is writing this ledger; the figures are of this moment.", "有任务正在写这个账本；以上为此刻的数字。");
        }
    }

    private static Phrase End(DoctorSummary summary) => summary switch
    {
        { Mended: { } mended } => new(
            $"Saved into {mended.Path}: {mended.Attempts} attempts, {mended.Judgements} judgements, {mended.Sittings} sittings; left out {mended.LeftOut} rows without sense; reading broke off at {mended.Holes} places. The old file is as it was. To go on with the new one, move the old files {summary.Checkup.Path}* away and give the new file their name.",
            $"已抢救到 {mended.Path}：作答 {mended.Attempts}，评判 {mended.Judgements}，考试记录 {mended.Sittings}；舍弃无法理解的行 {mended.LeftOut}，读取中断 {mended.Holes} 处。原文件未改动。要改用新文件，请移走 {summary.Checkup.Path}*，再把新文件改成原名。"),
        { Checkup.IsSound: true } => new("The ledger is sound.", "账本完好。"),
        { Checkup.IsOnServer: true } => new(
            "The ledger holds rows that make no sense. Restore the database from its backup.", "账本中有无法理解的内容。请从备份恢复数据库。"),
        _ => new(
            "The ledger is damaged. `jinbang doctor --mend` saves what can be read into a new file beside it.",
            "账本已损坏。`jinbang doctor --mend` 可把能读出的内容抢救到旁边的新文件。"),
    };

    private static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB");
}
