using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application.Imports;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Tests.Module.Intake;

/// <summary>Customers that come from files.</summary>
internal static class Intake
{
    public const string Module = "customers";

    public const string Profile = """
        { "target": "customers.customers", "key": { "system": "erp", "columns": ["Id"] },
          "fields": { "name": { "column": "Name" }, "code": { "column": "Code" }, "taxId": { "column": "Tax" }, "notes": { "column": "Notes" },
                      "city": { "column": "City" }, "country": { "constant": "DE" }, "phone": { "column": "Phone" }, "email": { "column": "Mail" },
                      "contactName": { "column": "Contact" } } }
        """;

    public const string Header = "Id,Name,Code,Tax,Notes,City,Phone,Mail,Contact\n";

    public static string With(string policy, params string[] by) =>
        Profile.TrimEnd()[..^1] + $$""", "duplicates": { "policy": "{{policy}}", "by": [{{string.Join(", ", by.Select(t => $"\"{t}\""))}}] } }""";

    public static Task<ImportedFile> ImportRows(this ModuleHarness customers, string rows, string profile = Profile, bool isDryRun = false) =>
        customers.Import(Module, profile, Header + rows, isDryRun: isDryRun);

    /// <summary>All that is kept of every customer but its version, hidden ones marked, in the order of their codes.</summary>
    public static Task<List<string>> Everything(this ModuleHarness customers, bool hidden = false) => customers.Read<CustomersDbContext, List<string>>(async db =>
    {
        var filters = hidden ? new[] { ModuleDbContext.DeletedFilter } : [];
        var all = await db.Customers.IgnoreQueryFilters(filters).AsNoTracking().AsSplitQuery().OrderBy(c => c.Code).ToListAsync();
        var tokens = await db.SearchTokens.AsNoTracking().ToListAsync();
        return all.ConvertAll(c => $"{CustomerImage.Of(c).ToJsonString()} {c.SearchText} {string.Join(',', tokens.Where(t => t.CustomerId == c.Id).Select(t => t.Hash).Order())} {Rows(c)}");
    });

    private static string Rows(Customer customer) => string.Join(' ', customer.ContactPoints.Select(p => p.Id).Concat(customer.Contacts.Select(c => c.Id)).Order());
}
