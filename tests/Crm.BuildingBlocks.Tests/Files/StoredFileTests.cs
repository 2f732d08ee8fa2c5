using System.Security.Cryptography;
using System.Text;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Tests.LongWork;
using Crm.Testing.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Files;

public sealed class StoredFileTests : IDisposable
{
    private const string Module = LongWorkModule.ModuleName;
    private readonly string _folder = Directory.CreateTempSubdirectory("crm-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableTheory]
    [EveryProvider("Database", 0), EveryProvider("Database", 262_144), EveryProvider("Database", 600_001)]
    [EveryProvider("Folder", 0), EveryProvider("Folder", 524_288), EveryProvider("Folder", 600_001)]
    public async Task What_goes_in_comes_out_whatever_its_size_and_place(DatabaseProvider provider, string store, int size)
    {
        await using var database = await Database(provider);
        await using var host = Host(database, store);
        var content = new byte[size];
        new Random(size).NextBytes(content);

        var file = await Files(host).Save(Module, new FileUpload("a.bin", "application/octet-stream"), new MemoryStream(content), size, default);

        (file.Length, file.Sha256).ShouldBe((size, Convert.ToHexStringLower(SHA256.HashData(content))));
        (await Content(host, file)).ShouldBe(content);
    }

    [Theory]
    [InlineData("Database")]
    [InlineData("Folder")]
    public async Task Nobody_who_gets_at_the_store_can_read_what_is_in_it(string store)
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Host(database, store);
        await Files(host).Save(Module, new FileUpload("a.txt", "text/plain"), new MemoryStream(Encoding.ASCII.GetBytes("very private words")), 100, default);

        var kept = store == "Folder"
            ? File.ReadAllBytes(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Single())
            : await host.In(Root, (_, db) => db.Set<StoredFilePiece>().Select(p => p.Content).SingleAsync());

        kept.Length.ShouldBeGreaterThan(18);
        Encoding.ASCII.GetString(kept).ShouldNotContain("private");
    }

    [Fact]
    public async Task Erasing_a_person_makes_the_files_under_its_key_unreadable()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Host(database, "Database");
        var person = Guid.CreateVersion7();
        var file = await Files(host).Save(Module, new FileUpload("id.txt", "text/plain", person), new MemoryStream([1, 2, 3]), 100, default);
        (await Content(host, file)).ShouldBe([1, 2, 3]);

        await host.Services.GetRequiredService<IPersonKeys>().Destroy(person, default);

        await Should.ThrowAsync<ResourceNotFound>(() => Content(host, file));
    }

    [Theory]
    [InlineData("Database")]
    [InlineData("Folder")]
    public async Task What_failed_or_was_given_up_goes_with_the_next_cleaning_and_what_nobody_kept_after_a_day(string store)
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Host(database, store);
        var tooLong = await Should.ThrowAsync<BadHttpRequestException>(() =>
            Files(host).Save(Module, new FileUpload("a.bin", "application/octet-stream"), new MemoryStream(new byte[600_000]), 599_999, default));
        tooLong.StatusCode.ShouldBe(413);
        var kept = await Files(host).Save(Module, new FileUpload("b.bin", "application/octet-stream"), new MemoryStream([1]), 10, default);
        var givenUp = await Files(host).Save(Module, new FileUpload("c.bin", "application/octet-stream"), new MemoryStream([2]), 10, default);
        await Files(host).Save(Module, new FileUpload("forgotten.bin", "application/octet-stream"), new MemoryStream([3]), 10, default);
        await host.In(Root, async (_, db) =>
        {
            await StoredFiles.Keep(db, kept.Id, default);
            await StoredFiles.Keep(db, givenUp.Id, default);
            await StoredFiles.GiveUp(db, [givenUp.Id], default);
            return true;
        });

        (await Files(host).RemoveUnkept(Module, default)).ShouldBe(2);
        host.Time.Advance(TimeSpan.FromDays(2));
        (await Files(host).RemoveUnkept(Module, default)).ShouldBe(1);

        (await host.In(Root, (_, db) => db.Set<StoredFile>().Select(f => f.Name).ToListAsync())).ShouldBe(["b.bin"]);
        (await Content(host, kept)).ShouldBe([1]);
        if (store == "Folder") Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("..\\..\\windows\\evil.exe", "evil.exe")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("a\"b\r\nSet-Cookie: x.txt", "abSet-Cookie x.txt")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("报告 2026.xlsx", "报告 2026.xlsx")]
    [InlineData("...", "file")]
    [InlineData(null, "file")]
    public void A_name_keeps_only_what_is_harmless(string? sent, string kept) => FileNames.Clean(sent).ShouldBe(kept);

    private LongWorkHost Host(TestDatabase database, string store) => Start(database, ("Files:Store", store), ("Files:Folder", _folder));

    private static StoredFiles Files(LongWorkHost host) => host.Services.GetRequiredService<StoredFiles>();

    private static async Task<byte[]> Content(LongWorkHost host, StoredFile file)
    {
        await using var stream = await Files(host).Open(Module, file, default);
        var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }
}
