using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sales_orders_Attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Attachments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_AuditChains",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeal = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_AuditChains", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_AuditEntries",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    CallerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallerKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CallerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RemoteAddress = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TraceId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: true),
                    Changes = table.Column<string>(type: "TEXT", nullable: true),
                    SealNumber = table.Column<long>(type: "INTEGER", nullable: true),
                    Seal = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_AuditEntries", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_CustomerCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsBlocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_CustomerCopies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    Store = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StoredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsKept = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ImportDetails",
                columns: table => new
                {
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Texts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ImportDetails", x => new { x.OperationId, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ImportedRows",
                columns: table => new
                {
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ImportedRows", x => new { x.OperationId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ImportProfiles",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ImportProfiles", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProfileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DetailFileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CallerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDryRun = table.Column<bool>(type: "INTEGER", nullable: false),
                    Created = table.Column<long>(type: "INTEGER", nullable: false),
                    Updated = table.Column<long>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                    Failed = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_InboxMessages",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Consumer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EventName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StreamPosition = table.Column<int>(type: "INTEGER", nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TraceParent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    HandledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ParkedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DiscardReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_InboxMessages", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_NumberSeries",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Next = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_NumberSeries", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_OperationProblems",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    English = table.Column<string>(type: "TEXT", nullable: false),
                    Chinese = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_OperationProblems", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Operations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Input = table.Column<string>(type: "TEXT", nullable: false),
                    CallerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TraceParent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CallerSnapshot = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Done = table.Column<long>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: true),
                    ProblemCount = table.Column<long>(type: "INTEGER", nullable: false),
                    Checkpoint = table.Column<string>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    ResultLink = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    RunSince = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneBeforeRun = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelRequestedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Operations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_OutboxMessages",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StreamPosition = table.Column<int>(type: "INTEGER", nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TraceParent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DeliveredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_OutboxMessages", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PersonCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Login = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PersonCopies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Products",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ListPrice = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    ReorderLevel = table.Column<int>(type: "INTEGER", nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Products", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StoredReplies",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CallerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 210, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reply = table.Column<string>(type: "TEXT", nullable: false),
                    StoredAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StoredReplies", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_CustomerCopyRefs",
                columns: table => new
                {
                    System = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RefId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_CustomerCopyRefs", x => new { x.CustomerId, x.System, x.RefId });
                    table.ForeignKey(
                        name: "FK_sales_orders_CustomerCopyRefs_sales_orders_CustomerCopies_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "sales_orders_CustomerCopies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerReference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RequiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PlacedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Freight = table.Column<long>(type: "INTEGER", nullable: false),
                    Discount = table.Column<long>(type: "INTEGER", nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    NetExact = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Gross = table.Column<long>(type: "INTEGER", nullable: false),
                    Paid = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fulfilment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Payment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ShippedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ShipTo_City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ShipTo_Country = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ShipTo_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ShipTo_PostalCode = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ShipTo_Region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ShipTo_Street = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Orders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Orders_sales_orders_CustomerCopies_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "sales_orders_CustomerCopies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_FilePieces",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_FilePieces", x => new { x.FileId, x.Number });
                    table.ForeignKey(
                        name: "FK_sales_orders_FilePieces_sales_orders_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "sales_orders_Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ProductRefs",
                columns: table => new
                {
                    System = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    RefId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ProductRefs", x => new { x.System, x.RefId });
                    table.ForeignKey(
                        name: "FK_sales_orders_ProductRefs_sales_orders_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "sales_orders_Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockLevels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OnHand = table.Column<int>(type: "INTEGER", nullable: false),
                    Allocated = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockLevels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_StockLevels_sales_orders_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "sales_orders_Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_OrderLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ProductName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    UnitCost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    DiscountRate = table.Column<long>(type: "INTEGER", nullable: false),
                    DiscountShare = table.Column<long>(type: "INTEGER", nullable: false),
                    NetExact = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Allocated = table.Column<int>(type: "INTEGER", nullable: false),
                    Shipped = table.Column<int>(type: "INTEGER", nullable: false),
                    Cancelled = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_OrderLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_OrderLines_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_OrderRefs",
                columns: table => new
                {
                    System = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    RefId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_OrderRefs", x => new { x.System, x.RefId });
                    table.ForeignKey(
                        name: "FK_sales_orders_OrderRefs_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Payments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Payments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Payments_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Shipments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShippedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Carrier = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TrackingNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Shipments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Shipments_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockMovements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StockLevelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Change = table.Column<int>(type: "INTEGER", nullable: false),
                    OnHand = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MovedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockMovements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_StockMovements_sales_orders_StockLevels_StockLevelId",
                        column: x => x.StockLevelId,
                        principalTable: "sales_orders_StockLevels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ShipmentLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ShipmentLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ShipmentLines_sales_orders_Shipments_ShipmentId",
                        column: x => x.ShipmentId,
                        principalTable: "sales_orders_Shipments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Attachments_RecordType_RecordId_AddedAt",
                table: "sales_orders_Attachments",
                columns: new[] { "RecordType", "RecordId", "AddedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_AuditEntries_At",
                table: "sales_orders_AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_AuditEntries_RecordId_Version",
                table: "sales_orders_AuditEntries",
                columns: new[] { "RecordId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_AuditEntries_SealNumber",
                table: "sales_orders_AuditEntries",
                column: "SealNumber",
                unique: true,
                filter: "\"SealNumber\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_CustomerCopies_Code",
                table: "sales_orders_CustomerCopies",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_CustomerCopies_Name",
                table: "sales_orders_CustomerCopies",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_CustomerCopyRefs_System_RefId",
                table: "sales_orders_CustomerCopyRefs",
                columns: new[] { "System", "RefId" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Files_IsKept_StoredAt",
                table: "sales_orders_Files",
                columns: new[] { "IsKept", "StoredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ImportDetails_OperationId_Key",
                table: "sales_orders_ImportDetails",
                columns: new[] { "OperationId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ImportedRows_RecordId",
                table: "sales_orders_ImportedRows",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Imports_CallerId_CreatedAt",
                table: "sales_orders_Imports",
                columns: new[] { "CallerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Imports_CreatedAt",
                table: "sales_orders_Imports",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_InboxMessages_Consumer_NextAttemptAt_Position",
                table: "sales_orders_InboxMessages",
                columns: new[] { "Consumer", "NextAttemptAt", "Position" },
                filter: "\"HandledAt\" IS NULL AND \"ParkedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_InboxMessages_Consumer_Stream_StreamPosition_Position",
                table: "sales_orders_InboxMessages",
                columns: new[] { "Consumer", "Stream", "StreamPosition", "Position" },
                filter: "\"HandledAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_InboxMessages_HandledAt",
                table: "sales_orders_InboxMessages",
                column: "HandledAt",
                filter: "\"HandledAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_InboxMessages_MessageId_Consumer",
                table: "sales_orders_InboxMessages",
                columns: new[] { "MessageId", "Consumer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OperationProblems_OperationId_Position",
                table: "sales_orders_OperationProblems",
                columns: new[] { "OperationId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Operations_CallerId_State",
                table: "sales_orders_Operations",
                columns: new[] { "CallerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Operations_FinishedAt",
                table: "sales_orders_Operations",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Operations_State_LeaseUntil",
                table: "sales_orders_Operations",
                columns: new[] { "State", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OrderLines_OrderId",
                table: "sales_orders_OrderLines",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OrderRefs_OrderId",
                table: "sales_orders_OrderRefs",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_CustomerId_PlacedAt",
                table: "sales_orders_Orders",
                columns: new[] { "CustomerId", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_Number",
                table: "sales_orders_Orders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_OrderedOn",
                table: "sales_orders_Orders",
                column: "OrderedOn");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_OwnerId_PlacedAt",
                table: "sales_orders_Orders",
                columns: new[] { "OwnerId", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_PlacedAt",
                table: "sales_orders_Orders",
                column: "PlacedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_Status_PlacedAt",
                table: "sales_orders_Orders",
                columns: new[] { "Status", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_UnitId_PlacedAt",
                table: "sales_orders_Orders",
                columns: new[] { "UnitId", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OutboxMessages_DeliveredAt",
                table: "sales_orders_OutboxMessages",
                column: "DeliveredAt",
                filter: "\"DeliveredAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OutboxMessages_Id",
                table: "sales_orders_OutboxMessages",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OutboxMessages_Stream_StreamPosition",
                table: "sales_orders_OutboxMessages",
                columns: new[] { "Stream", "StreamPosition" },
                filter: "\"DeliveredAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Payments_OrderId",
                table: "sales_orders_Payments",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PersonCopies_Login",
                table: "sales_orders_PersonCopies",
                column: "Login");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ProductRefs_ProductId",
                table: "sales_orders_ProductRefs",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_Category",
                table: "sales_orders_Products",
                column: "Category");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_Name",
                table: "sales_orders_Products",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_Sku",
                table: "sales_orders_Products",
                column: "Sku",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ShipmentLines_ShipmentId",
                table: "sales_orders_ShipmentLines",
                column: "ShipmentId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Shipments_OrderId",
                table: "sales_orders_Shipments",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockLevels_ProductId_Warehouse",
                table: "sales_orders_StockLevels",
                columns: new[] { "ProductId", "Warehouse" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockMovements_OrderId",
                table: "sales_orders_StockMovements",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockMovements_ProductId_RecordedAt",
                table: "sales_orders_StockMovements",
                columns: new[] { "ProductId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockMovements_StockLevelId",
                table: "sales_orders_StockMovements",
                column: "StockLevelId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StoredReplies_CallerId_Key",
                table: "sales_orders_StoredReplies",
                columns: new[] { "CallerId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StoredReplies_StoredAt",
                table: "sales_orders_StoredReplies",
                column: "StoredAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_Attachments");

            migrationBuilder.DropTable(
                name: "sales_orders_AuditChains");

            migrationBuilder.DropTable(
                name: "sales_orders_AuditEntries");

            migrationBuilder.DropTable(
                name: "sales_orders_CustomerCopyRefs");

            migrationBuilder.DropTable(
                name: "sales_orders_FilePieces");

            migrationBuilder.DropTable(
                name: "sales_orders_ImportDetails");

            migrationBuilder.DropTable(
                name: "sales_orders_ImportedRows");

            migrationBuilder.DropTable(
                name: "sales_orders_ImportProfiles");

            migrationBuilder.DropTable(
                name: "sales_orders_Imports");

            migrationBuilder.DropTable(
                name: "sales_orders_InboxMessages");

            migrationBuilder.DropTable(
                name: "sales_orders_NumberSeries");

            migrationBuilder.DropTable(
                name: "sales_orders_OperationProblems");

            migrationBuilder.DropTable(
                name: "sales_orders_Operations");

            migrationBuilder.DropTable(
                name: "sales_orders_OrderLines");

            migrationBuilder.DropTable(
                name: "sales_orders_OrderRefs");

            migrationBuilder.DropTable(
                name: "sales_orders_OutboxMessages");

            migrationBuilder.DropTable(
                name: "sales_orders_Payments");

            migrationBuilder.DropTable(
                name: "sales_orders_PersonCopies");

            migrationBuilder.DropTable(
                name: "sales_orders_ProductRefs");

            migrationBuilder.DropTable(
                name: "sales_orders_ShipmentLines");

            migrationBuilder.DropTable(
                name: "sales_orders_StockMovements");

            migrationBuilder.DropTable(
                name: "sales_orders_StoredReplies");

            migrationBuilder.DropTable(
                name: "sales_orders_Files");

            migrationBuilder.DropTable(
                name: "sales_orders_Shipments");

            migrationBuilder.DropTable(
                name: "sales_orders_StockLevels");

            migrationBuilder.DropTable(
                name: "sales_orders_Orders");

            migrationBuilder.DropTable(
                name: "sales_orders_Products");

            migrationBuilder.DropTable(
                name: "sales_orders_CustomerCopies");
        }
    }
}
