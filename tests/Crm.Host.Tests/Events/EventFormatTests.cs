using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Events;

/// <summary>
/// Events are kept for years and read by other versions: their JSON is a promise, written down in <c>Approved</c>. What is not to break it
/// gets a new version; what only adds to it is written down by running these tests with <c>CRM_WRITE_EVENTS=1</c>.
/// </summary>
public sealed class EventFormatTests
{
    private static readonly JsonSerializerOptions Readable = new(EventJson.Options) { WriteIndented = true };

    public static TheoryData<string> Events => [.. Types.Keys];

    private static SortedDictionary<string, Type> Types { get; } = new(
        Directory.GetFiles(AppContext.BaseDirectory, "Crm.*.Contracts.dll")
            .SelectMany(file => Assembly.LoadFrom(file).GetExportedTypes())
            .Where(type => type.IsAssignableTo(typeof(IIntegrationEvent)))
            .ToDictionary(EventNames.Of), StringComparer.Ordinal);

    private static string Folder => Path.Combine(Above("Crm.sln"), "tests", "Crm.Host.Tests", "Events", "Approved");

    [Theory, MemberData(nameof(Events))]
    public async Task An_event_is_written_as_it_was_promised(string name)
    {
        var written = JsonSerializer.Serialize(EventSample.Of(Types[name]), Types[name], Readable) + '\n';
        if (Environment.GetEnvironmentVariable("CRM_WRITE_EVENTS") == "1") await File.WriteAllTextAsync(FileOf(name), written);

        File.Exists(FileOf(name)).ShouldBeTrue($"{name} is new: write its form down with CRM_WRITE_EVENTS=1.");
        written.ShouldBe(await File.ReadAllTextAsync(FileOf(name)), $"{name} looks different on the wire. Kept events were written in the old form.");
    }

    [Theory, MemberData(nameof(Events))]
    public async Task What_was_promised_is_read_to_the_last_value(string name)
    {
        var promised = JsonNode.Parse(await File.ReadAllTextAsync(FileOf(name)));

        var read = promised.Deserialize(Types[name], EventJson.Options);

        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read, Types[name], EventJson.Options), promised).ShouldBeTrue();
    }

    [Fact]
    public void No_promised_event_was_taken_away() =>
        Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).ShouldBe(Types.Keys, ignoreOrder: true);

    private static string FileOf(string name) => Path.Combine(Folder, $"{name}.json");

    private static string Above(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, file))) folder = folder.Parent ?? throw new FileNotFoundException(file);
        return folder.FullName;
    }
}
