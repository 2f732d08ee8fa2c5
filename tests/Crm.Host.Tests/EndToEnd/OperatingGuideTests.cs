using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Rendering.Printing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Whoever runs the system finds in <c>docs/operating.md</c> everything that can be said to it, with what holds when nothing is said.</summary>
[Collection(OneHost.Name)]
public sealed class OperatingGuideTests(SharedApp shared)
{
    private const int LongestShown = 60;

    // Read where they are needed, without a class of their own.
    private static readonly string[] ReadAlone = ["Telemetry:Endpoint", "Telemetry:Protocol", "Demo:Days", "Modules:<name>:Enabled"];

    private static readonly string[] Rows = File.ReadAllLines(Path.Combine(Above("Crm.sln"), "docs", "operating.md"));

    [Fact]
    public void Every_setting_of_a_host_is_described_with_its_default()
    {
        Sections.Count.ShouldBeGreaterThan(10);
        Sections.SelectMany(s => SettingsOf(s.Section, Activator.CreateInstance(s.Type)!)).Where(s => !IsDescribed(s.Name, Shown(s.Default))).Select(s => $"{s.Name}: {Shown(s.Default)}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_setting_that_administrators_change_is_described_with_its_default()
    {
        var settings = shared.App.Services.GetServices<SettingDefinition>().ToList();

        settings.Count.ShouldBeGreaterThan(5);
        settings.Where(s => !IsDescribed(s.Name, s.Default)).Select(s => $"{s.Name}: {s.Default}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_job_is_described_with_its_time() =>
        Jobs().Where(job => !Array.Exists(Rows, row => row.StartsWith($"| `{job.Name}` | {Words(job.Cron)} |", StringComparison.Ordinal))).Select(job => $"{job.Name}: {Words(job.Cron)}").ShouldBeEmpty();

    [Fact]
    public void Nothing_is_described_that_is_not_there()
    {
        var known = Sections.SelectMany(s => SettingsOf(s.Section, Activator.CreateInstance(s.Type)!)).Select(s => s.Name)
            .Concat(shared.App.Services.GetServices<SettingDefinition>().Select(s => s.Name)).Concat(Jobs().Select(j => j.Name)).Concat(ReadAlone).ToHashSet(StringComparer.Ordinal);
        var described = Rows.Select(row => Regex.Match(row, "^\\| `([^`]+)` \\|")).Where(m => m.Success).Select(m => m.Groups[1].Value).ToList();

        described.Count.ShouldBeGreaterThan(80);
        described.Where(name => !known.Contains(name)).ShouldBeEmpty();
        ReadAlone.Where(name => !described.Contains(name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0 40 3 ? * SUN", "Sunday 3:40")]
    [InlineData("0 5 2 * * ?", "2:05")]
    [InlineData("0 20 * * * ?", "every hour")]
    [InlineData("0 1,31 * * * ?", "every half hour")]
    [InlineData("40 */5 * * * ?", "every five minutes")]
    [InlineData("10 * * * * ?", "every minute")]
    public void A_time_is_written_as_people_say_it(string cron, string words) => Words(cron).ShouldBe(words);

    private static List<(Type Type, string Section)> Sections { get; } =
        [.. AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name!.StartsWith("Crm.", StringComparison.Ordinal)).SelectMany(a => a.GetTypes())
            .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(s => s.Section is not null).Select(s => (s.Type, s.Section!)).Append((typeof(PrinterOptions), "Printing"))];

    private IEnumerable<JobDescription> Jobs() => shared.App.Services.GetRequiredService<ModuleCatalog>().Descriptions.SelectMany(m => m.Jobs).DistinctBy(j => j.Name);

    private static string Words(string cron) => cron.Split(' ') switch
    {
        [_, "*", ..] => "every minute",
        [_, "*/5", ..] => "every five minutes",
        [_, "1,31", "*", ..] => "every half hour",
        [_, _, "*", ..] => "every hour",
        [_, var minute, var hour, _, _, "?"] => $"{hour}:{minute.PadLeft(2, '0')}",
        [_, var minute, var hour, "?", _, "SUN"] => $"Sunday {hour}:{minute.PadLeft(2, '0')}",
        _ => cron,
    };

    private static IEnumerable<(string Name, object? Default)> SettingsOf(string section, object options)
    {
        foreach (var property in options.GetType().GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            var (name, value) = ($"{section}:{property.Name}", property.GetValue(options));
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (type.IsClass && type != typeof(string) && type.Namespace!.StartsWith("Crm.", StringComparison.Ordinal))
            {
                foreach (var inner in SettingsOf(name, value!)) yield return inner;
            }
            else yield return (name, value);
        }
    }

    /// <returns>Null for what has no default, or none that fits into a table.</returns>
    private static string? Shown(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        string { Length: <= LongestShown } text => text,
        Enum or IFormattable => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsDescribed(string name, string? byDefault) =>
        Array.Exists(Rows, row => row.StartsWith($"| `{name}` |", StringComparison.Ordinal) && (string.IsNullOrEmpty(byDefault) || row.Split('|')[2].Trim() == $"`{byDefault}`"));

    private static string Above(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, file))) folder = folder.Parent ?? throw new FileNotFoundException(file);
        return folder.FullName;
    }
}
