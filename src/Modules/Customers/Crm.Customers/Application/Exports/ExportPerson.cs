using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Application.Exports;

/// <summary>
/// Writes all that is kept of a person: <c>data.json</c> for programs and <c>data.html</c> to read, in one archive that is encrypted under the
/// person's own key. So an erasure makes it unreadable with the rest.
/// </summary>
internal sealed class ExportPerson(CustomerFileWriting writing) : IOperation<CustomerFileRequest, CustomerFileWritten>
{
    public async Task<CustomerFileWritten> Run(CustomerFileRequest input, OperationRun run, CancellationToken ct)
    {
        var file = await CustomerFileWriting.Find(run, input.FileId, ct);
        var person = file.SubjectId!.Value.Value;
        var upload = new FileUpload("personal-data.zip", "application/zip", person);
        return await writing.Write(run, file.Id, upload, (destination, token) => Write(run, person, destination, token), ct);
    }

    private static async Task<long> Write(OperationRun run, Guid person, Stream destination, CancellationToken ct)
    {
        await using var scope = run.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomersDbContext>();
        var traced = new TracedPerson(new Domain.CustomerId(person), await db.FamilyOf(person, ct));
        var told = new List<(IPersonSection Section, JsonNode Content)>();
        foreach (var section in scope.ServiceProvider.GetServices<IPersonSection>())
        {
            if (await section.Read(traced, ct) is { } content) told.Add((section, content));
        }

        await using var archive = await ZipArchive.CreateAsync(destination, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        var data = new JsonObject { ["person"] = person, ["writtenAt"] = db.Time.GetUtcNow() };
        foreach (var (section, content) in told) data[section.Name] = content.DeepClone();
        await Add(archive, "data.json", data.ToJsonString(CrmJson.Options), ct);
        await Add(archive, "data.html", PersonPage.Of(told.ConvertAll(t => (t.Section.Title.In(run.Caller.Language), t.Content)), run.Caller.Language), ct);
        return told.Count;
    }

    private static async Task Add(ZipArchive archive, string name, string text, CancellationToken ct)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }
}
