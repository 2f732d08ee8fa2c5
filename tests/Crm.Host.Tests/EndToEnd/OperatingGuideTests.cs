using System.Globalization;
using System.Reflection;
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

    private static readonly string[] Rows = File.ReadAllLines(Path.Combine(Above("Crm.sln"), "docs", "operating.md"));

    [Fact]
    public void Every_setting_of_a_host_is_described_with_its_default()
    {
        var sections = AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name!.StartsWith("Crm.", StringComparison.Ordinal)).SelectMany(a => a.GetTypes())
            .Select(type => (Type: type, Section: (string?)type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue()))
            .Where(s => s.Section is not null && s.Type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Append((Type: typeof(PrinterOptions), Section: "Printing")).ToList();

        sections.Count.ShouldBeGreaterThan(10);
        sections.SelectMany(s => Missing(s.Section!, Activator.CreateInstance(s.Type)!)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_setting_that_administrators_change_is_described_with_its_default()
    {
        var settings = shared.App.Services.GetServices<SettingDefinition>().ToList();

        settings.Count.ShouldBeGreaterThan(5);
        settings.Where(s => !IsDescribed(s.Name, s.Default)).Select(s => $"{s.Name}: {s.Default}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_job_is_described() =>
        shared.App.Services.GetRequiredService<ModuleCatalog>().Descriptions.SelectMany(m => m.Jobs).Select(j => j.Name).Distinct()
            .Where(name => !IsDescribed(name, byDefault: null)).ShouldBeEmpty();

    private static IEnumerable<string> Missing(string section, object options)
    {
        foreach (var property in options.GetType().GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            var (name, value) = ($"{section}:{property.Name}", property.GetValue(options));
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (type.IsClass && type != typeof(string) && type.Namespace!.StartsWith("Crm.", StringComparison.Ordinal))
            {
                foreach (var missing in Missing(name, value!)) yield return missing;
            }
            else if (!IsDescribed(name, Shown(value))) yield return $"{name}: {Shown(value)}";
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
