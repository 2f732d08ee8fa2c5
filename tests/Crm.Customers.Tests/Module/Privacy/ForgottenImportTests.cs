using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Persistence;
using Crm.Customers.Tests.Module.Intake;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Incoming = Crm.Customers.Tests.Module.Intake.Intake;

namespace Crm.Customers.Tests.Module.Privacy;

public sealed class ForgottenImportTests
{
    [SkippableTheory, EveryProvider]
    public async Task Of_a_person_who_is_erased_no_import_keeps_a_file_a_value_or_a_way_to_bring_them_back(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var taken = await customers.ImportRows("anna@x.example,Anna Berg,A,,,,,,\n2,Berta,B,,,,,,\n3,Cilly,B,,,,,,\n");
        var refused = await customers.ImportRows($"anna@x.example,{new string('A', 300)},A,,,,,,\n", isDryRun: true);
        var others = await customers.ImportRows("2,Berta Neu,B,,,,,,\n4,Dora,B,,,,,,\n");
        (taken.Failed, refused.Failed, others.Failed).ShouldBe((1, 1, 1));
        var anna = await customers.Read<CustomersDbContext, Guid>(async db => (await db.Customers.Where(c => c.Code == "A").Select(c => c.Id).SingleAsync()).Value);
        (await customers.Read<CustomersDbContext, List<string>>(db => db.Set<ImportedRow>().Select(r => r.Key).ToListAsync())).ShouldNotContain(k => k.Contains("anna"));

        await customers.Erase(anna);

        var left = await customers.Read<CustomersDbContext, List<Import>>(db => db.Set<Import>().ToListAsync());
        left = [.. new[] { taken.Id, refused.Id, others.Id }.Select(id => left.Single(i => i.Id == id))];
        left.ConvertAll(i => i.FileName).ShouldBe(["", "", "rows.csv"]);
        (await customers.Read<CustomersDbContext, int>(db => db.Set<StoredFile>().CountAsync(f => f.IsKept))).ShouldBe(1);
        foreach (var problem in (await Problems(customers, left[0])).Concat(await Problems(customers, left[1]))) (problem.Value, problem.English).ShouldBe((null, ImportRules.ProblemForgotten.Text.English));
        (await Problems(customers, left[2])).ShouldHaveSingleItem().English.ShouldNotBe(ImportRules.ProblemForgotten.Text.English);
        (await Should.ThrowAsync<RuleBroken>(() => customers.RunImport(Incoming.Module, left[1].Id))).Rule.ShouldBe(ImportRules.FileForgotten);
        (await customers.UndoImport(Incoming.Module, taken.Id)).Counts.Removed.ShouldBe(0, "What was changed since stays, and of the person nothing is known.");
    }

    private static Task<List<OperationProblem>> Problems(ModuleHarness customers, Import import) =>
        customers.Read<CustomersDbContext, List<OperationProblem>>(db => db.Set<OperationProblem>().Where(p => p.OperationId == import.OperationId).ToListAsync());
}
