using Crm.BuildingBlocks;
using Crm.Customers.Api.Duplicates;
using Crm.Customers.Application;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Tests.Module.Duplicates;

internal static class DuplicateDesk
{
    public static CustomerInput Anna(string name = "Anna Berger", string? phone = "+49 30 5551 7788", string lines = "Gartenweg 5") => new()
    {
        Name = name,
        Kind = CustomerKind.Person,
        BornOn = new DateOnly(1980, 3, 7),
        Addresses = [new AddressInput(lines, "Potsdam", "Brandenburg", "14467", "DE")],
        ContactPoints = phone is null ? [] : [new ContactPointInput(ContactPointKind.Phone, phone)],
    };

    /// <summary>As a person does it: refused where there may be such a customer.</summary>
    public static RegisterCustomer Asked(CustomerInput input, string? duplicateOverride = null) =>
        RegisterCustomer.From(input, OnDuplicates.Refuse) with { DuplicateOverride = duplicateOverride };

    public static async Task Compare(this ModuleHarness customers, bool onlyChanged = false)
    {
        await customers.Send(new StartComparison(onlyChanged));
        await customers.RunOperations();
    }

    public static Task<List<CandidateRow>> Candidates(this ModuleHarness customers, Caller? caller = null) => customers.Read<CustomersDbContext, List<CandidateRow>>(
        db => db.Candidates().OrderByDescending(c => c.Score).Select(CandidateRow.FromCandidate).ToListAsync(), caller);

    public static Task Changed(this ModuleHarness customers, Guid id, CustomerInput input) => customers.Send(new ChangeCustomer(id, input));
}
