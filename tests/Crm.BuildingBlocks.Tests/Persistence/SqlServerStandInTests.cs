using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Server;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Persistence;

/// <summary>Microsoft.Data.SqlClient needs an assembly that this project stands in for; see ADR 17.</summary>
public sealed class SqlServerStandInTests
{
    [Fact]
    public async Task A_command_with_parameters_reaches_the_server()
    {
        await using var server = new TdsListener(rowsAffected: 3);
        await using var connection = new SqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand("UPDATE Customers SET Name = @name WHERE Id = @id", connection);
        command.Parameters.AddWithValue("@name", "王芳");
        command.Parameters.AddWithValue("@id", Guid.CreateVersion7());

        (await command.ExecuteNonQueryAsync()).ShouldBe(3);

        var request = server.Requests.ShouldHaveSingleItem();
        request.ShouldContain("UPDATE Customers SET Name = @name WHERE Id = @id");
        request.ShouldContain("王芳");
    }

    [Fact]
    public void Everything_the_driver_refers_to_exists()
    {
        using var file = new PEReader(File.OpenRead(typeof(SqlConnection).Assembly.Location));
        var driver = file.GetMetadataReader();
        var standIn = typeof(SqlUserDefinedTypeAttribute).Assembly;

        var types = driver.TypeReferences.Where(handle => BelongsTo(standIn, driver.GetTypeReference(handle), driver)).ToHashSet();
        var names = types.Select(handle => driver.GetTypeReference(handle)).Select(t => $"{driver.GetString(t.Namespace)}.{driver.GetString(t.Name)}");
        var members = driver.MemberReferences.Select(driver.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference && types.Contains((TypeReferenceHandle)member.Parent))
            .Select(member => (Type: driver.GetTypeReference((TypeReferenceHandle)member.Parent), Name: driver.GetString(member.Name)))
            .Select(member => (Type: $"{driver.GetString(member.Type.Namespace)}.{driver.GetString(member.Type.Name)}", member.Name))
            .ToList();

        names.Where(name => standIn.GetType(name) is null).ShouldBeEmpty();
        members.ShouldNotBeEmpty();
        members.Where(member => standIn.GetType(member.Type)?.GetMember(member.Name) is not { Length: 1 }).ShouldBeEmpty();
    }

    private static bool BelongsTo(Assembly assembly, TypeReference type, MetadataReader driver) =>
        type.ResolutionScope.Kind == HandleKind.AssemblyReference
        && driver.GetString(driver.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == assembly.GetName().Name;
}
